-- The import of posts by DuckDB, native or in WebAssembly: totals per author, and ties counted by their kind.
WITH posts AS MATERIALIZED (
  SELECT lower(author) AS source, coalesce(text, '') AS text, lower(coalesce(retweet_of_author, '')) AS shared,
    lower(coalesce(reply_to_author, '')) AS answered, lower(coalesce(quote_of_author, '')) AS quoted,
    TRY_CAST(likes AS BIGINT) AS likes, TRY_CAST(followers AS BIGINT) AS followers
  FROM read_csv('{file}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')
), authors AS (
  SELECT source, count(*) AS posts, sum(likes) AS likes, max(followers) AS followers FROM posts GROUP BY source
), ties AS (
  SELECT source, shared AS target, 0 AS kind FROM posts WHERE shared <> ''
  UNION ALL SELECT source, answered, 1 FROM posts WHERE shared = '' AND answered <> ''
  UNION ALL SELECT source, quoted, 2 FROM posts WHERE shared = '' AND quoted <> ''
  UNION ALL SELECT source, named, 3 FROM (
    SELECT source, answered, unnest(list_distinct(list_transform(
      regexp_extract_all(text, '(?:^|[\s("''])@([A-Za-z0-9_]{1,30})', 1), lambda name: lower(name)))) AS named
    FROM posts WHERE shared = '' AND contains(text, '@')
  ) WHERE named <> answered
), counted AS (
  SELECT source, target, kind, count(*) AS times FROM ties GROUP BY source, target, kind
), kinds AS (
  SELECT kind, sum(times) AS times FROM counted GROUP BY kind
)
SELECT (SELECT count(*) FROM posts), (SELECT count(*) FROM authors),
  coalesce((SELECT times FROM kinds WHERE kind = 0), 0), coalesce((SELECT times FROM kinds WHERE kind = 1), 0),
  coalesce((SELECT times FROM kinds WHERE kind = 2), 0), coalesce((SELECT times FROM kinds WHERE kind = 3), 0),
  (SELECT sum(likes) FROM authors), (SELECT max(followers) FROM authors)
