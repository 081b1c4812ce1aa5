"""The import by native engines of tables, in one thread: polars and DuckDB make the same totals and ties from the same file.

Called by scripts/bench-import.mjs --native: import-native.py FILE RUNS READER. Prints the times in milliseconds and the totals as
JSON. A reader whose package is missing is left out.
"""
import json
import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "1"
FILE, RUNS, READER = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def with_duckdb():
    import duckdb

    with open(os.path.join(os.path.dirname(__file__), "import.sql"), encoding="utf-8") as sql:
        job = sql.read().replace("{file}", FILE.replace("'", "''"))
    connection = duckdb.connect(config={"threads": 1})
    return lambda: connection.execute(job).fetchone()[:6]


def with_polars():
    import polars as pl

    def run():
        posts = pl.read_csv(FILE, infer_schema=False).fill_null("")
        posts = posts.with_columns(pl.col("author").str.to_lowercase().alias("from"))
        authors = posts.group_by("from").agg(
            pl.len(), pl.col("likes").cast(pl.Int64, strict=False).sum(), pl.col("followers").cast(pl.Int64, strict=False).max())
        own = posts.filter(pl.col("retweet_of_author") == "")

        def named(table, column, kind):
            ties = table.filter(pl.col(column) != "")
            return ties.select("from", pl.col(column).str.to_lowercase().alias("to"), pl.lit(kind).alias("kind"))

        # Without look-behind: the character before the sign is taken with it, and cut off.
        found = own.filter(pl.col("text").str.contains("@", literal=True)).select(
            "from", pl.col("reply_to_author").str.to_lowercase().alias("answered"),
            pl.col("text").str.extract_all(r"""(?:^|[\s("'])@[A-Za-z0-9_]{1,30}""").list.eval(
                pl.element().str.replace(r"^[^@]?@", "").str.to_lowercase()).list.unique().alias("to"))
        found = found.explode("to").filter(pl.col("to").is_not_null() & (pl.col("to") != pl.col("answered")))
        ties = pl.concat([
            named(posts, "retweet_of_author", 0), named(own, "reply_to_author", 1), named(own, "quote_of_author", 2),
            found.select("from", "to", pl.lit(3).alias("kind"))]).group_by("from", "to", "kind").len()
        kinds = dict(ties.group_by("kind").agg(pl.col("len").sum()).iter_rows())
        return [posts.height, authors.height, *(kinds.get(kind, 0) for kind in range(4))]

    return run


try:
    job = {"duckdb native": with_duckdb, "polars native": with_polars}[READER]()
except ImportError:
    print("null")
    sys.exit()
times, totals = [], []
for _ in range(RUNS):
    began = time.perf_counter()
    totals = job()
    times.append(1e3 * (time.perf_counter() - began))
print(json.dumps({"times": times, "totals": [int(total) for total in totals]}))
