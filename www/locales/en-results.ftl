### What comes after the first screen: files in detail, results.

## Columns and reading, by hand
reading-title = Encoding, separator, network, numbers and dates
reading-format = Read as
reading-platform = Network
reading-encoding = Encoding
reading-separator = Separator
reading-header-line = Line of the titles
reading-header-help = 0: there are none
reading-decimal = Decimals
reading-days = Day and month
reading-quotes = Quotation marks enclose cells
reading-repair = Repair text encoded twice (Ã©)
as-it-is = As detected
as-detected-value = { $value }, as detected
separator-comma = comma ,
separator-semicolon = semicolon ;
separator-tab = tab
separator-bar = bar |
separator-blanks = spaces
roles-account = The account
roles-post = The post
roles-numbers = Counts of the post
roles-towards = Whom it addresses
roles-passed = The post passed on
roles-tie = A tie
role-none = Not used
or = or
name-columns = Say what the columns are
mapping-apply = Read again with these choices
mapping-cancel = Undo these choices
mapping-unchanged = Change what is wrong: nothing is read again before you ask.
mapping-changed = The file will be read again with these choices.
mapping-looking = Looking at the first rows.
mapping-missing = Still missing: { $roles }.
mapping-outcome = { $seen ->
    [one] Of the first row, { $kept } kept and { $dropped } left out.
   *[other] Of the first { $seen } rows, { $kept } kept and { $dropped } left out.
}
mapping-outcome-holds = Read as { $format }: { $content }.
keep-mapping = Remember for the next files with the same columns
keep-note = { $columns ->
    [one] Kept in this browser alone: the name of { $columns } column and what it is, never a value. “Erase everything” forgets it.
   *[other] Kept in this browser alone: the names of { $columns } columns and what they are, never a value. “Erase everything” forgets it.
}
kept-title = { $count ->
    [one] What this browser remembers: { $count } kind of table
   *[other] What this browser remembers: { $count } kinds of tables
}
kept-forget = Forget
announce-forgotten = Forgotten

## Archives and folders
parts-title = { $all ->
    [one] { $all } item inside: { $read } read, { $failed } not recognised, { $skipped } passed over
   *[other] { $all } items inside: { $read } read, { $failed } not recognised, { $skipped } passed over
}
parts-unnamed = { $count ->
    [one] { $count } item whose columns do not say what they are
   *[other] { $count } items whose columns do not say what they are
}
parts-skipped = { $count ->
    [one] { $count } item passed over, and why
   *[other] { $count } items passed over, and why
}
part-asks = to be checked
part-skipped = Passed over
part-failed = Unreadable
skipped-unknown = Passed over ({ $code })
skipped-entry-media = Images, videos, sounds and other media
skipped-entry-system = Files of the system
skipped-entry-page = Web pages that repeat the data
limit-DROP-FILES = number of files in one drop
error-format-unknown = Its columns do not say what they are. Seen: { $seen }

## All files together
total-title = All files together
total-holds = { $files ->
    [one] { $files } file: { $content }.
   *[other] { $files } files: { $content }.
}
total-bytes = Read
download-all = All receipts for programs (JSON)
download-all-csv = All receipts for spreadsheets (CSV)
csv-file = File
csv-part = File inside
csv-what = What
csv-reason = Why
csv-code = Code
csv-count = Count
csv-row = Row
csv-line = Line of the file
csv-column = Column
csv-excerpt = Excerpt
csv-read-as = Read as
csv-seen = Rows seen
csv-kept = Kept
csv-repaired = Repaired
csv-dropped = Left out

## What these data can tell
tell-title = What these data can tell
tell-lead = { $known ->
    [one] { $known } criterion out of { $all } can be computed on these files.
   *[other] { $known } criteria out of { $all } can be computed on these files.
}
tell-measures = The nine criteria
tell-materials = What the files hold
tell-gains = What one more export would add
tell-yes = possible
tell-asks = waits for a subject
tell-no = not possible
tell-accounts = { $accounts ->
    [one] Known for { $accounts } account.
   *[other] Known for { $accounts } accounts.
}
tell-all = Accounts
tell-posts = Posts
tell-texts = with their text
tell-times = with their date
tell-followers = with their followers
tell-ties = Interactions
tell-no-ties = none
tie-follows = { $count ->
    [one] { $count } follow
   *[other] { $count } follows
}
basis-followers = From the counts of followers.
basis-views = From the views of posts: these files have no followers.
basis-ties = From who reacts to whom.
basis-tone = From the tone of replies and quotes.
basis-lives = From the dates of the shares of each post.
basis-times = From the dates of what is passed on.
basis-texts = From the words of posts.
basis-counters = From the counters of posts: nobody says who reacts to whom.
gain-ties = Who shares, quotes or answers whom: a collection of posts by keyword rather than by account, or a list of interactions. It opens authority, frequency, and a resonance that no counter can inflate.
gain-posts = Posts of these accounts: what they say, and who passes it on.
gain-reposts = Shares: an export that keeps retweets or re-posts makes resonance surer.
gain-followers = Counts of followers: a list of the same accounts with their followers adds Popularity.
gain-more-followers = The followers of the other accounts: Popularity is known for less than half of them.
gain-texts = The texts of the posts: they allow a subject, hence relevance.
gain-times = Dates: recent effects would count more than old ones, and rhythm could be measured.
gain-follows = Who follows whom: audiences and communities would be seen as well.

## Column roles
role-author = author
role-author-id = author’s id
role-author-name = display name
role-text = text
role-time = date
role-time-of-day = time of day
role-post-id = post id
role-kind = kind of post
role-is-repost = is a share
role-is-quote = is a quote
role-is-reply = is a reply
role-likes = likes
role-reposts = shares
role-replies = replies
role-quotes = quotes
role-views = views
role-saves = saves
role-clicks = clicks
role-followers = followers
role-following = following
role-posts-total = posts in all
role-verified = verified account
role-bio = bio
role-location = account’s place
role-lang = language
role-url = address of the post
role-mentions = accounts mentioned
role-mention-ids = ids of accounts mentioned
role-platform = network
role-collected-at = date of collection
role-source = from
role-target = to
role-weight = weight
role-layer = kind of tie
role-directed = directed or not
role-ignored = ignored
role-repost-of = share of (account)
role-repost-of-id = share of (account id)
role-repost-of-post = share of (post)
role-quote-of = quote of (account)
role-quote-of-id = quote of (account id)
role-quote-of-post = quote of (post)
role-reply-to = reply to (account)
role-reply-to-id = reply to (account id)
role-reply-to-post = reply to (post)
role-ref-author = author of the post passed on
role-ref-author-id = id of the author passed on
role-ref-author-name = name of the author passed on
role-ref-post = id of the post passed on
role-ref-text = text of the post passed on
role-ref-time = date of the post passed on
role-ref-likes = likes of the post passed on
role-ref-reposts = shares of the post passed on
role-ref-followers = followers of the author passed on
role-ref-following = accounts the author passed on follows
role-ref-posts-total = posts of the author passed on
role-ref-verified = verified author passed on
role-ref-location = place of the author passed on
role-ref-bio = bio of the author passed on

## Ways of reading
reading-decimal-comma = decimal comma
reading-dots-group-digits = dots between thousands
reading-spreadsheet-days = spreadsheet days
reading-epoch-seconds = seconds since 1970
reading-epoch-milliseconds = milliseconds since 1970
reading-epoch-microseconds = microseconds since 1970
reading-epoch-nanoseconds = nanoseconds since 1970
reading-year-first = year first
reading-day-first = day first
reading-month-first = month first

## Kinds of files not read
detected-zip = a ZIP archive
detected-xlsx = an Excel workbook
detected-xls = an old Excel workbook
detected-docx = a Word document
detected-ods = an OpenDocument workbook
detected-pdf = a PDF
detected-gzip = a gzip archive
detected-7z = a 7z archive
detected-rar = a RAR archive
detected-zstd = a Zstandard archive
detected-bzip2 = a bzip2 archive
detected-xz = an xz archive
detected-parquet = Parquet
detected-sqlite = an SQLite database
detected-image = an image
detected-car = Bluesky repository, in CAR format
detected-binary = a binary file

## Influencers
ranking-empty = Nothing to rank yet: add files on the Ground screen.
among = Among the { $accounts } accounts of this export
finding-none = { $ranked ->
    [0] Too few data to rank these accounts.
    [one] { $ranked } account ranked.
   *[other] { $ranked } accounts ranked.
}
stale = Settings or files have changed since this ranking.
refresh = Update
coverage-title = { $missing ->
    [0] What these data tell, and how
    [one] What these data cannot tell: { $missing } criterion of { $all }
   *[other] What these data cannot tell: { $missing } criteria of { $all }
}
coverage-note = Scores hold within this export. They do not compare from one export to another.
credit-layers = Credit comes from: { $layers }. Each pair of accounts counts only once.
credit-none = Nobody passes anything on in these files: resonance cannot be measured.
covered-period = Data from { $from } to { $to } (UTC).
brief-matches = { $posts } posts are about the subject, by { $authors } accounts.
export-csv = Export as CSV
export-json = Export as JSON
half-life-back-test = A re-share loses half its weight in { $span }. Of all the spans tried, this one best predicted what came next in your own data.
half-life-back-test-off = All re-shares weigh the same, old or new: that best predicted what came next in your own data.
half-life-default = A re-share loses half its weight in { $span } (by default: too few events to choose on your data).
half-life-default-off = All re-shares weigh the same, old or new.
half-life-given = A re-share loses half its weight in { $span }, as asked.
half-life-given-off = All re-shares weigh the same, as asked.
half-life-none-off = Without dates, all re-shares weigh the same.
duration-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
duration-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
layer-repost = shares
layer-quote = quotes
layer-reply = replies
layer-mention = mentions
layer-like = likes
layer-follow = follows
layer-link = links

## Objective
brief-form = What you are looking for
objective-label = Objective
objective-none = Who gets passed on
objective-awareness = Awareness
objective-consideration = Consideration
objective-conversion = Conversion
objective-none-help = Ranks by how many different people pass them on, recently.
objective-awareness-help = To be seen widely, through voices that still get passed on.
objective-consideration-help = Credible voices on your subject that people listen to.
objective-conversion-help = Voices whose messages make people act.
objective-advocacy = Advocacy
objective-crisis = Crisis
objective-advocacy-help = Voices that already stand up for you, and whom their audience believes.
objective-crisis-help = Voices that carry far and fast right now, for you or against you.
campaign-used = { $used ->
    [one] { $used } in use
   *[other] { $used } in use
}
campaign-audience-help = An account belongs when it meets every criterion filled in, or when it is named.
campaign-languages = Languages
campaign-languages-placeholder = en, fr
campaign-places = Places (profile or bio)
campaign-places-placeholder = Bristol, Bath
campaign-accounts = Accounts, one a line
campaign-accounts-placeholder = @leslie_brews
campaign-communities = { $count ->
    [one] { $count } community chosen
   *[other] { $count } communities chosen
}
campaign-lists-help = Handles, profile addresses or e-mails. These lists stay in this page.
campaign-employees = Your teams, one a line
campaign-employees-placeholder = @sam_at_tide
campaign-customers = Your customers, one a line
campaign-customers-placeholder = @nadia_bristol
campaign-weights-help = How much each criterion counts in its pillar.
campaign-discount = Count engagement to be checked for less
campaign-discount-help = Groups that relay one another, single-purpose accounts, bursts. Unticked, the ranking is raw.
words-label = Subject
words-placeholder = coffee, "fair trade", #roastery
words-help = Words separated by commas, "phrases", -⁠exclusions, #tags, prefix*.
words-matches = { $posts ->
    [0] No post is about this subject.
    [one] { $posts } post is about it, by { $authors } account.
   *[other] { $posts } posts are about it, by { $authors } accounts.
}
weights-label = Weights
weights-reset = Back to the objective
weight-number = { $pillar }, weight in percent
window-label = Period (UTC)
window-from = from
window-to = to
window-clear = Whole period
window-help = Only what happened between these dates counts.
window-empty = The period is empty: it ends before it begins.
pillar-reach = Reach
pillar-relevance = Relevance
pillar-resonance = Resonance
pillar-reach-help = How many people may see what they say.
pillar-relevance-help = How much they talk about the subject, and are heard on it.
pillar-resonance-help = How many people pass on what they say.

## Ranking
ranking-region = Ranking of accounts
ranking-caption = { $count } ranked accounts
ranking-caption-apart = { $count } accounts set apart for lack of data
ranking-among = { $ranked } accounts ranked of { $accounts }. The others have too few data.
ranking-cut = The first { $shown } rows of { $matched } are shown. The export holds them all.
column-rank = Rank
column-account = Account
column-score = Score
column-resharers = Re-sharers
column-credit = Credit
column-followers = Followers
column-posts = Posts
filters-label = Filter the ranking
search-label = Search for an account
search-placeholder = Search for an account
filter-platform = Network
filter-all = All
filter-followers = Followers, at least
filter-enough = Accounts shown
filter-ranked = Ranked { $count }
filter-apart = Apart { $count }
filter-apart-help = Accounts of which less than half of the criteria is known
matched = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
no-match = No account matches these filters.
no-ranked = No account has enough data to be ranked. See those set apart.
no-apart = No account is set apart: all have enough data.
clear-filters = Clear the filters
rank-interval = nine times out of ten, from rank { $low } to rank { $high }
mark-rising = rising
mark-fading = fading
mark-check = to check
apart-reason = Not ranked: less than half of the criteria is known
reason-account = Unknown for this account: not enough data
platform-unknown = Network not stated
platform-x = X
platform-instagram = Instagram
platform-facebook = Facebook
platform-tiktok = TikTok
platform-linkedin = LinkedIn
platform-youtube = YouTube
platform-mastodon = Mastodon
platform-bluesky = Bluesky
platform-reddit = Reddit
platform-telegram = Telegram
platform-threads = Threads
platform-discord = Discord
platform-slack = Slack
platform-whatsapp = WhatsApp
platform-tumblr = Tumblr
platform-truth = Truth Social
platform-gab = Gab
platform-vk = VK
platform-pinterest = Pinterest
platform-web = Web
platform-email = E-mail

## Why a value is unknown
reason-unknown = The data do not say.
reason-no-followers = Follower counts are not in these files.
reason-no-ties = No interaction between accounts in these files.
reason-no-posts = No post in these files, or none in this period.
reason-no-reposts = Shares are not in these files.
reason-no-text = No post text in these files.
reason-no-brief = No subject was given: write a few words to measure relevance.
reason-no-match = No post is about the given subject.
reason-no-time = No dates in these files: neither recency nor rhythm.
reason-no-audience = No account of these files is in the target audience.
reason-no-signed-replies = No reply or quote whose tone is known.
reason-no-brand = No brand is named.
reason-few-people = Too few people react.
reason-few-reshares = Too few dated shares of any one post.
reason-too-short = The period covered is too short.
reason-empty-window = Nothing is dated in this period.
reason-unknown-here = Unknown for this account: the data say too little about it.

## Dossier
dossier-back = Back
dossier-close = Close the dossier
dossier-rank = No. { $rank } of { $ranked } ranked accounts
dossier-apart = Set apart: not enough data for a rank.
verified = verified
score-of = out of 100
why-title = Why this score
why-none = Not enough data for a score. Here is what is known.
coverage-account = Criteria known for this account: { $share } of the total weight.
waterfall-summary = A median account of this export would have { $baseline }. This one has { $score }.
waterfall-baseline = Median account
waterfall-data = Show the figures
waterfall-caption = From the median account to the score: what each pillar adds, and each criterion inside it
waterfall-pillar = Pillar
waterfall-weight = Weight
waterfall-value = Value
waterfall-median = Median
waterfall-points = Points
factor-popularity = Popularity
factor-proximity = Proximity
factor-goodwill = Goodwill
factor-authority = Authority
factor-trust = Trust
factor-affinity = Affinity
factor-frequency = Frequency
factor-period = Period
factor-amplitude = Amplitude
percentile = Ahead of { $percentile }% of the { $accounts } accounts where it is known.
evidence-title = Posts that count
evidence-none = No post of this account in these files.
evidence-note = { $shown } of { $total }, most passed on first.
post-no-text = The text is not in the export.
post-no-date = No date
post-topic = subject: { $share }
open-post = Open the post
kind-original = post
kind-repost = share
kind-quote = quote
kind-reply = reply
counter-resharers = { $count ->
    [one] passed on by { $count } person of these data
   *[other] passed on by { $count } people of these data
}
counter-reposts = { $count ->
    [one] { $count } share
   *[other] { $count } shares
}
counter-likes = { $count ->
    [one] { $count } like
   *[other] { $count } likes
}
counter-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
counter-views = { $count ->
    [one] { $count } view
   *[other] { $count } views
}
reactors-title = Who reacts to them ({ $count })
reactors-none = Nobody, in these data.
reacts-to-title = To whom they react ({ $count })
reacts-to-none = To nobody, in these data.
ties-more = { $more ->
    [one] and { $more } other
   *[other] and { $more } others
}
tie-repost = { $count ->
    [one] { $count } share
   *[other] { $count } shares
}
tie-quote = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
tie-reply = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
tie-mention = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
tie-like = { $count ->
    [one] { $count } like
   *[other] { $count } likes
}
tie-follow = follows
tie-link = { $count ->
    [one] { $count } link
   *[other] { $count } links
}
tie-last = last on { $date }
self-ties = { $count ->
    [one] { $count } interaction of the account with itself: counted, never used.
   *[other] { $count } interactions of the account with itself: counted, never used.
}

## Factors in their unit
unit-unknown = Value: { $value }
unit-followers = { $value ->
    [one] { $value } follower.
   *[other] { $value } followers.
}
unit-median-views = A median post is seen { $value } times.
unit-times-average = Passed on and cited on the subject { $value } times as much as an average account, more so by those who are themselves (PageRank).
unit-subject-lift = { $onTopic } of their { $posts } posts are about the subject: { $value } times the average, given their age.
unit-share-of-weeks = Passed on at least once in { $active } weeks of { $observed }.
unit-share-of-days = Passed on at least once on { $active } days of { $observed }.
unit-share-of-hours = Passed on at least once in { $active } hours of { $observed }.
unit-credit = { $people ->
    [0] Passed on by nobody in { $days } days.
    [one] Passed on by { $people } person in { $days } days (credit { $value }).
   *[other] Passed on by { $people } distinct people in { $days } days (credit { $value }, recent ones counting more).
}
unit-people-within-two-steps = { $value ->
    [0] Nobody of the target audience within two steps.
    [one] { $value } person of the target audience within two steps.
   *[other] { $value } people of the target audience within two steps: those who react, and those who react to them.
}
unit-share-of-kind-people = { $people ->
    [one] { $share }% goodwill in the answers of { $people } person, drawn towards the average.
   *[other] { $share }% of the { $people } people who answer or quote do so without hostility, given how many they are.
}
unit-returning-people = { $value } people who come back on another day, weighted by how varied their circles are.
unit-hours-to-most = Four shares out of five of a median post come within { $value } hours.
unit-negative-credit = Passed on in negative words by { $value } distinct people (credit), recent ones counting more.
unit-hours-to-half = Half of the shares of a median post come within { $value } hours.
unit-reactions-per-post = { $value } reactions a post, given how many posts there are.
unit-clicks-per-post = { $value } clicks a post, given how many posts there are.

## What is known of a person beyond the score
profile-pending = The analysis goes on: uncertainty, profile and effects are coming.
sure-title = How sure is this rank?
sure-rank = Nine times out of ten, between rank { $low } and rank { $high }.
sure-rank-one = Nine times out of ten, rank { $rank }.
sure-score = Score between { $low } and { $high }.
sure-top = { $share } chance of being among the first { $top }, had other people reacted.
sure-weights = { $share } chance of being among the first 10, were the weights a little different.
sure-peers = Ahead of { $percentile }% of the { $peers } accounts of the same size.
sure-peers-reach = Ahead of { $percentile }% of the { $peers } accounts of a similar reach.
sure-how = From { $replicates } draws in which each person who reacts counts zero, one or more times.
sure-how-time = From { $replicates } draws in which each week (or day) counts zero, one or more times: the wider of the two intervals.
sure-none = No interval: the order does not rest on re-shares here.
sure-none-no-credit = No interval: nobody re-shares anybody in these files.
move-title = What would change this rank
move-gain = For rank { $rank }:
move-enter = To be among the first (rank { $rank }):
move-credit = credit from { $from } to { $to }
move-weight = the weight of { $name } from { $from } to { $to }
move-factor = { $name } from { $from } to { $to }
who-title = What kind of profile?
type-celebrity = Celebrity
type-celebrity-why = Widely followed, for other things than the subject, and answers little.
type-opinion-leader = Opinion leader
type-opinion-leader-why = A large audience, at the heart of a community, on the subject.
type-specialist = Specialist
type-specialist-why = Speaks mostly of the subject, and is recognised for it.
type-discoverer = Discoverer
type-discoverer-why = Among the first to use what others take up later.
type-networker = Networker
type-networker-why = Ties different circles together.
type-broadcaster = Broadcaster
type-broadcaster-why = Mostly passes on what others say.
type-heavy-user = Heavy user
type-heavy-user-why = Publishes more than nearly everybody.
type-or = (or { $second })
type-none = No marked profile in these data.
type-rules = All profiles, with their margin
type-untold = these data cannot tell
type-margin = { $share }
part-macro = Macro part: a large audience.
part-micro = Micro part: weight inside its community.
part-public = Neither a large audience nor particular weight in its community.
part-unknown = Part unknown: these data do not say.
size-below = Fewer than 1,000 followers.
size-nano = Nano size (1,000 to 10,000 followers).
size-micro = Micro size (10,000 to 100,000 followers).
size-mid = Mid size.
size-macro = Macro size (100,000 to 1 million followers).
size-mega = Mega size (more than a million followers).
size-by-reach = (told by reach: follower counts are missing)
role-unknown = Community { $number } ({ $size } accounts); too few ties to tell its role there.
role-ultra-peripheral = Community { $number } ({ $size } accounts): all of its ties stay there.
role-peripheral = Community { $number } ({ $size } accounts): most of its ties stay there.
role-connector = Community { $number } ({ $size } accounts): many ties to other communities.
role-kinless = Community { $number } ({ $size } accounts): ties everywhere, at home nowhere.
role-provincial-hub = At the centre of community { $number } ({ $size } accounts).
role-connector-hub = At the centre of community { $number } ({ $size } accounts), and tied to others.
role-kinless-hub = At the centre of the whole more than of community { $number } ({ $size } accounts).
capillarity = Visibility: ahead of { $percentile }% of accounts. Capillarity: its public comes from { $communities } communities, for equal numbers of people.
influence-title = What does this account set off?
influence-note = Associations seen in these files, after Kumar and Mirchandani in Sillage’s formulation: they prove no cause.
influence-cie = { $direct } people in direct response, { $indirect } through others; { $share } of all the influence in these data (CIE).
influence-signed = Signed by tone: { $positive } friendly, { $negative } hostile.
standing-no-interaction = No interaction with others.
standing-public = Public: reacts to others, without response.
standing-source = Source: what goes out from here comes from here, more than for the average account that is answered.
standing-relay = Relay: hands on what comes from elsewhere.
behaviour-spread = Spread: { $mean } re-shares a post (over { $posts } posts).
behaviour-chain = Influence down the chain: { $mean } second-hand re-shares a post.
behaviour-social-impact = Social impact: { $mean } replies a post (over { $posts } posts).
behaviour-inferred = (chain inferred from earlier ties)
worth = Value associated: { $net } sharing out that of the { $known } people whose value is known; { $direct } counting every direct response (not additive).
effect-title = Observed effect.
effect-compatible = Compatible with an effect: { $per100 } more people in 100 speak on the subject after its posts ({ $events } events), compared with other weeks and with similar people.
effect-not-shown = Nothing beyond chance: a difference of { $per100 } people in 100 after its posts ({ $events } events).
effect-none-few-events = Not measurable: fewer than five distinct moments of posting.
effect-none-few-exposed = Not measurable: its public before the posts is too small.
effect-none-never-quiet = Not measurable: it posts without a pause, there is no week without it.
effect-none-no-comparison = Not measurable: nobody comparable outside its public.
effect-none-no-posts = Not measurable: no post of its own on the subject.
effect-none-no-quiet-weeks = Not measurable: no other weeks to compare with.
effect-none-no-time = Not measurable: no dates.
effect-none-too-short = Not measurable: the period is too short.

## People: ticked, look-alikes, side by side
column-tick = Ticked
tick-one = Tick { $handle }
tick-off = Untick { $handle }
tick-dossier = tick, to compare
ticked-title = { $count ->
    [one] 1 person ticked
   *[other] { $count } people ticked
}
ticked-clear = Untick all
alike-ask = { $count ->
    [one] Who resembles them?
   *[other] Who resembles them?
}
alike-title = Who resembles them?
alike-of = { $count ->
    [one] Nearest to { $people }.
   *[other] Nearest to the typical profile of { $people } ({ $count } people).
}
alike-advice = From { $enough } people ticked on, the profile says more than the particulars of one: tick others to sharpen it.
alike-again = { $count ->
    [one] Search again with the person ticked
   *[other] Search again with the { $count } people ticked
}
alike-looking = Looking…
alike-waiting = The last calculations are being finished first…
alike-none = Nobody has enough in common with them in these files.
alike-similarity = Similarity
alike-closest = Closest in
alike-different = Most different in
alike-tick = tick
alike-part-features = profile { $share }
alike-part-topics = topics { $share }
alike-part-circles = circles { $share }
alike-note = Compared by sub-factors and place in the network (40%), words (40%) and circles (20%), as far as known. Being alike says nothing of what somebody would do.
feature-popularity = popularity
feature-proximity = proximity
feature-goodwill = goodwill
feature-authority = authority
feature-trust = trust
feature-affinity = affinity
feature-frequency = frequency
feature-period = period
feature-amplitude = amplitude
feature-withinModule = weight inside the community
feature-participation = spread over communities
feature-relay = part of a relay
compare-ask = Compare
compare-limits = From 2 to 10 people
compare-title = { $count ->
    [one] 1 person
   *[other] { $count } people side by side
}
compare-looking = Opening the dossiers…
compare-caption = People side by side, among { $accounts } accounts
compare-measure = Measure
compare-note = Values go from 0 to 100 unless a unit stands beneath. “Highest” is told apart from one point on; the interval says how far chance may go.
compare-highest = highest
compare-interval = Score, nine times out of ten
compare-range = { $low } to { $high }
compare-size = Size
compare-type = Profile
compare-trend = Trend
compare-authenticity = Confidence in engagement
compare-authenticity-none = No engagement to judge by.
compare-followers = { $followers ->
    [one] 1 follower
   *[other] { $followers } followers
}
compare-rank = rank { $rank }
compare-rank-interval = rank { $rank } (between { $low } and { $high })
compare-times = × { $times }
compare-rising = Rising
compare-fading = Fading
compare-steady = Steady
compare-no-score = None of them has enough data for a score: compare what is known of each.
compare-first = { $first } has the highest score ({ $score }), before { $second } ({ $other }).
compare-first-close = { $first } ({ $score }) and { $second } ({ $other }) cannot be told apart by their score: the intervals overlap.
compare-lead = { $person } ({ $pillars })
compare-leads = Ahead: { $list }.
compare-widest = Widest gap between { $first } and { $second }: { $factor }, { $one } against { $other }.
compare-check = { $count ->
    [one] Engagement to be checked: { $people }.
   *[other] Engagement to be checked: { $people }.
}
compare-missing = { $count ->
    [one] Something is unknown of { $people }: see the dashes.
   *[other] Something is unknown of { $people }: see the dashes.
}

## How far the ranking holds
stability-title = How far does this ranking hold?
stability-both = How far does this ranking hold? Of the first ten, { $chance } would stay had other people reacted, { $weights } with other weights.
stability-chance = How far does this ranking hold? Of the first ten, { $chance } would stay had other people reacted.
stability-opinions = How far does this ranking hold? Of the first ten, { $weights } would stay with other weights.
stability-meaning = The ranking is computed again with something changed, and the share of the first places that stays is counted. What falls below a half hangs on that choice more than on the people.
stability-caption = What of the ranking stays when something changes
stability-changed = What changes
stability-top = first { $top } that stay
stability-few = No more than so many accounts are ranked: they all stay.
stability-overlap = overlap
stability-overlap-help = Rank-biased overlap of the first 100: 1 is the same list
stability-tau-help = Kendall’s τ of the first 1,000: 1 is the same order, 0 no relation
stability-note = People and days are drawn again { $replicates } times. This is about chance and choices in these files; nothing says that tomorrow resembles them.
stability-what-people = Other people react
stability-what-time = Other weeks or days
stability-what-weights = Weights of the pillars drawn about yours
stability-half-life-less = Credit fades twice as fast
stability-half-life-more = Credit fades half as fast
stability-layer-less = Half the weight for { $name }
stability-layer-more = Twice the weight for { $name }
stability-objective = Objective “{ $name }”

## Tone of posts
tone-label = Tone
tone-read-positive = positive (read)
tone-read-neutral = neutral (read)
tone-read-negative = negative (read)
tone-read-unknown = unknown (no word of feeling)
tone-given-positive = positive (your reading)
tone-given-neutral = neutral (your reading)
tone-given-negative = negative (your reading)
tone-words = Words:
tone-word-plus = { $word } +
tone-word-minus = { $word } −
tone-few = { $toned ->
    [0] None of the { $posts } posts has a tone.
    [one] 1 post of { $posts } has a tone: too few to say how this account sounds (10 needed).
   *[other] { $toned } posts of { $posts } have a tone: too few to say how this account sounds (10 needed).
}
tone-person = { $toned } posts of { $posts } have a tone: { $positive } positive, { $neutral } neutral, { $negative } negative. Read by words and rules: a hint, not a verdict.

## Lists, facets, columns
listed-found = { $found ->
    [0] None of the { $given } is in these files.
   *[other] { $found } of { $given } found in these files.
}
listed-missing = Not found:
facets-title = More filters
facet-any = all
facet-any-f = all
facet-size = Size
facet-size-below = under 1,000
facet-size-nano = nano (1,000 to 10,000)
facet-size-micro = micro (10,000 to 100,000)
facet-size-mid = mid
facet-size-macro = macro (100,000 to 1 million)
facet-size-mega = mega (over 1 million)
facet-community = Community
facet-language = Language
facet-posts = Posts, at least
shown-columns-title = Columns
shown-columns-note = Columns that are added show on wide screens. Those computed after the ranking come a moment later.
shown-columns-reset = As at first
column-percentileAmongPeers = Percentile of its size
column-authenticity = Genuine engagement
column-visibility = Visibility
column-capillarity = Capillarity
column-rise = Trend
column-persistence = Persistence
column-topicShare = On the subject
column-spread = Shares a post
column-likes = Likes
column-cost = Cost
column-value = Value

## Rising and fading, visibility and capillarity
movers-title = Rising and fading
movers-count = { $rising } rising, { $fading } fading
movers-weeks = People who re-share each of them, week by week: the last { $recent } weeks, in the other colour, against the { $base } before. Listed only where it is beyond chance.
movers-days = People who re-share each of them, day by day: the last { $recent } days, in the other colour, against the { $base } before. Listed only where it is beyond chance.
movers-drawn = Only the last { $drawn } periods are drawn.
movers-rising = Rising ({ $count })
movers-fading = Fading ({ $count })
movers-none = Nobody, beyond chance.
movers-cut = The { $shown } clearest of { $total }.
movers-times = × { $times } (between { $low } and { $high })
movers-table = The curves as a table
movers-caption-weeks = People who re-share, by week
movers-caption-days = People who re-share, by day
spread-title = Known, and in how many circles
spread-none = Fewer than two accounts are known well enough: five people who re-share each are needed.
spread-both = { $count ->
    [one] { $people } is both well known and re-shared in many circles.
   *[other] { $people } are both well known and re-shared in many circles.
}
spread-circles = { $count ->
    [one] { $people } gets into many circles without being well known.
   *[other] { $people } get into many circles without being well known.
}
spread-nobody = Among { $count } accounts, nobody stands out both ways.
spread-note = { $known } accounts on the map; of { $unknown } others too little is known (no followers, or fewer than 5 people who re-share).
spread-cut = Only the { $drawn } best known are drawn.
spread-label = Map of { $count } accounts by visibility and capillarity; the table below names those who stand out.
spread-x = Visibility (percentile)
spread-y = Circles (effective number of communities)
spread-circles-short = Circles
spread-table = Those who stand out, as a table
spread-where = Where
spread-kind-both = Known, in many circles
spread-kind-circles = In many circles, less known
spread-kind-known = Known, in few circles
trend-title = Where is this account going?
trend-rising = Rising: { $times } times as many people as before (between { $low } and { $high }).
trend-fading = Fading: { $times } times the people of before (between { $low } and { $high }).
trend-steady = Steady: { $times } times the people of before (between { $low } and { $high }), nothing clear.
trend-unknown = Too few reactions to tell a trend.
trend-weeks = People who re-share, week by week: { $periods } weeks, { $most } at most.
trend-days = People who re-share, day by day: { $periods } days, { $most } at most.
genuine-title = Is the engagement genuine?
genuine-confidence = Confidence: { $confidence } out of 100.
genuine-nothing = Nothing that asks to be checked.
genuine-ranks = By credit alone: rank { $raw } without the discount, rank { $discounted } with it.
genuine-note = Signs to check, never a verdict: a close group of friends can look like this.
signal-concentration = Few people make nearly all of the engagement.
signal-reciprocity = A dense group that relays one another.
signal-one-purpose = Most of those who react do nothing else, and nobody knows them.
signal-duplicated-text = The same text, published by several accounts on the same day.
signal-coordination = Accounts that re-share the same posts within a minute, again and again.
signal-burst = Reactions in bursts, at moments that people do not choose.
signal-rate-anomaly = Far more, or less, engagement than accounts of this size.
signal-follow-pattern = Follows very many accounts, and few follow it.
signal-first-digits = The follower counts of those who react look unusual.
brand-title = Around { $brand }
brand-ambassadors = { $count ->
    [0] Ambassadors
    [one] { $count } ambassador
   *[other] { $count } ambassadors
}
brand-none = Nobody speaks of the brand often enough, long enough and well enough in these files.
brand-staff = { $count ->
    [one] { $count } person of the house
   *[other] { $count } people of the house
}
brand-detractors = { $count ->
    [one] { $count } detractor
   *[other] { $count } detractors
}
brand-doubtful = { $count ->
    [one] { $count } person to check
   *[other] { $count } people to check
}
brand-mentions = { $mentions ->
    [one] { $mentions } post about the brand
   *[other] { $mentions } posts about the brand
}, { $weeks ->
    [one] { $weeks } week.
   *[other] { $weeks } weeks.
}
brand-tone = Tone: { $positive } friendly, { $negative } hostile.
brand-customer = Customer, by a list or by their words.
brand-paid = { $count ->
    [one] { $count } commercial post
   *[other] { $count } commercial posts
}
brand-review = { $count ->
    [0] All of them say that they are advertising.
    [one] { $count } does not say so, and deserves a look.
   *[other] { $count } do not say so, and deserve a look.
}
brand-note = From posts, bios and your lists: leads to read before writing to anybody. Tone is read by a lexicon, which errs at times, with irony most of all.
paid-disclosed = says that it is advertising
paid-code = discount code
paid-affiliate = affiliate link
paid-commercial = worded like advertising
circles-title = { $count ->
    [one] { $count } community
   *[other] { $count } communities
}
circles-note = The { $shown } largest, named by what their accounts say more than the others. Make those you want to reach the target audience: proximity takes it into account.
circle-unnamed = Community { $number }
circle-size = { $size } accounts, community { $number }
circle-central = At the centre:
circle-interests = Also talks about:
circle-target = Make it the target audience
words-suggested = Go with the subject:

## Findings
finding-empty-window = Nothing happened between these dates in your files.
finding-no-accounts = No account in these files.
finding-top-reshared = { $people ->
    [one] { $handle } is re-shared by the most people: { $people } person.
   *[other] { $handle } is re-shared by the most people: { $people } of them.
}
finding-top-reacted = { $people ->
    [one] { $handle } makes the most people react: { $people } person replied to or named them.
   *[other] { $handle } makes the most people react: { $people } people replied to or named them.
}
finding-first-lately = Recent re-shares counting more, { $handle } comes first.
finding-concentration = The first { $first } accounts receive { $percent }% of re-shares, each person counted once per account.
finding-visibility-gap = { $both ->
    [0] None of the { $first } most followed accounts is among the { $first } most passed on.
    [one] Only one of the { $first } most followed accounts is also among the { $first } most passed on.
   *[other] { $both } of the { $first } most followed accounts are also among the { $first } most passed on.
}
finding-no-ties = These files do not say who reacts to whom: accounts are judged on their counters.
finding-brief-share = { $posts ->
    [one] { $posts } post is about your subject, { $percent }% of those whose text is known.
   *[other] { $posts } posts are about your subject, { $percent }% of those whose text is known.
}
finding-brief-no-match = No post is about your subject: check the words, or widen them.
finding-no-time = These files have no dates: neither recency nor rhythm can count.
finding-low-coverage = The data cover only { $percent }% of the weight of the criteria: read these scores with care.

## Headers of the CSV
header-rank = Rank
header-handle = Account
header-name = Name
header-profileUrl = Address
header-platform = Network
header-score = Score
header-reach = Reach
header-relevance = Relevance
header-resonance = Resonance
header-popularity = Popularity
header-proximity = Proximity
header-goodwill = Goodwill
header-authority = Authority
header-trust = Trust
header-affinity = Affinity
header-frequency = Frequency
header-period = Period
header-amplitude = Amplitude
header-credit = Re-share credit
header-resharers = Distinct re-sharers
header-followers = Followers
header-posts = Posts
header-inDegree = Accounts that react
header-pagerank = PageRank
header-coverage = Coverage
header-rankLow = rank, from (90%)
header-rankHigh = rank, to (90%)
header-tier = tier
header-inTop10 = chance of being among the first 10
header-inTop50 = chance of being among the first 50

## Remarks of the receipt
issue-unknown = { $code }: { $count } times
issue-date-ambiguous = { $count ->
    [one] The order of day and month is uncertain in one column of dates.
   *[other] The order of day and month is uncertain in { $count } columns of dates.
}
issue-number-ambiguous = { $count ->
    [one] In one column, a dot or a comma may mark thousands or decimals.
   *[other] In { $count } columns, a dot or a comma may mark thousands or decimals.
}
issue-id-destroyed = { $count ->
    [one] { $count } id damaged by a spreadsheet (1.23E+18): left unknown.
   *[other] { $count } ids damaged by a spreadsheet (1.23E+18): left unknown.
}
issue-json-invalid = { $count ->
    [one] { $count } unreadable JSON record.
   *[other] { $count } unreadable JSON records.
}
issue-json-not-a-post = { $count ->
    [one] { $count } record that is not a post.
   *[other] { $count } records that are not posts.
}
issue-json-number = { $count ->
    [one] { $count } record with an impossible number (NaN, infinity): left unknown.
   *[other] { $count } records with an impossible number (NaN, infinity): left unknown.
}
issue-json-surrogate = { $count ->
    [one] { $count } record with a cut character, replaced by �.
   *[other] { $count } records with a cut character, replaced by �.
}
issue-json-truncated = { $count ->
    [one] The last record is cut: the file is incomplete.
   *[other] { $count } records are cut: the file is incomplete.
}
issue-number-negative = { $count ->
    [one] { $count } negative count: left unknown.
   *[other] { $count } negative counts: left unknown.
}
issue-number-unreadable = { $count ->
    [one] { $count } unreadable number: left unknown.
   *[other] { $count } unreadable numbers: left unknown.
}
issue-quote-unclosed = { $count ->
    [one] A quote is opened and never closed.
   *[other] { $count } quotes are opened and never closed.
}
issue-row-empty = { $count ->
    [one] { $count } empty row.
   *[other] { $count } empty rows.
}
issue-row-long = { $count ->
    [one] { $count } row with too many cells; the extra ones are set aside.
   *[other] { $count } rows with too many cells; the extra ones are set aside.
}
issue-row-short = { $count ->
    [one] { $count } row with missing cells, left unknown.
   *[other] { $count } rows with missing cells, left unknown.
}
issue-row-no-author = { $count ->
    [one] { $count } row without an author.
   *[other] { $count } rows without an author.
}
issue-row-no-ends = { $count ->
    [one] { $count } row without an origin or a target.
   *[other] { $count } rows without an origin or a target.
}
issue-row-total = { $count ->
    [one] { $count } totals row.
   *[other] { $count } totals rows.
}
issue-row-too-long = { $count ->
    [one] { $count } row too long to be read.
   *[other] { $count } rows too long to be read.
}
issue-row-too-wide = { $count ->
    [one] { $count } row with too many columns.
   *[other] { $count } rows with too many columns.
}
issue-table-no-rows = The file has column titles but no rows.
issue-text-cut = { $count ->
    [one] { $count } very long text was shortened.
   *[other] { $count } very long texts were shortened.
}
issue-text-invalid-bytes = { $count ->
    [one] { $count } row with unreadable characters, replaced by �.
   *[other] { $count } rows with unreadable characters, replaced by �.
}
issue-tie-kind-unknown = { $count ->
    [one] { $count } unknown kind of tie, read as a plain link.
   *[other] { $count } unknown kinds of tie, read as plain links.
}
issue-time-unreadable = { $count ->
    [one] { $count } unreadable date: left unknown.
   *[other] { $count } unreadable dates: left unknown.
}
issue-id-disagrees = { $count ->
    [one] { $count } record whose id had been rounded as a number: the one written as text was kept.
   *[other] { $count } records whose ids had been rounded as numbers: those written as text were kept.
}
issue-id-rounded = { $count ->
    [one] A spreadsheet rounded one column of ids: it still tells the rows apart, but will not match them with another export.
   *[other] A spreadsheet rounded { $count } columns of ids: they still tell the rows apart, but will not match them with another export.
}
issue-json-too-deep = { $count ->
    [one] { $count } JSON record nested too deeply to be read.
   *[other] { $count } JSON records nested too deeply to be read.
}
issue-row-header = { $count ->
    [one] { $count } row that repeats the column names.
   *[other] { $count } rows that repeat the column names.
}
issue-text-double-encoded = { $count ->
    [one] { $count } row whose accents had been encoded twice (“Ã©” for “é”): text restored.
   *[other] { $count } rows whose accents had been encoded twice (“Ã©” for “é”): texts restored.
}
issue-time-relative = { $count ->
    [one] { $count } relative date (“2 hours ago”), whose moment is not known: left unknown.
   *[other] { $count } relative dates (“2 hours ago”), whose moments are not known: left unknown.
}
issue-time-suspicious = { $count ->
    [one] { $count } unlikely date: in 1970, or in the future. Worth a check.
   *[other] { $count } unlikely dates: in 1970, or in the future. Worth a check.
}
issue-weight-not-positive = { $count ->
    [one] { $count } tie of zero or negative weight.
   *[other] { $count } ties of zero or negative weight.
}
issue-weight-unreadable = { $count ->
    [one] { $count } unreadable weight, taken as 1.
   *[other] { $count } unreadable weights, taken as 1.
}

## Audiences: the map, communities, interests, time
audiences-finding = { $count ->
    [one] These people form { $count } community.
   *[other] These people form { $count } communities.
}
audiences-largest = The largest, “{ $name }”, has { $size } of the accounts ({ $share }).
audiences-bridge = @{ $handle }, of “{ $own }”, has ties with { $people } accounts of other communities, most of them in “{ $other }”.
audiences-apart = Communities keep { $share } of their attention inside, on average: what is said in one hardly reaches the others.
audiences-between = Communities keep { $share } of their attention inside, on average: they are distinct, and talk to one another.
audiences-mixed = Communities keep only { $share } of their attention inside, on average: their borders are blurred, take them as an indication.
audiences-none = No network to show: these files hold no ties between accounts.
audiences-none-why = A map needs re-shares, replies, mentions, follows or a network file. Posts with their texts often hold mentions: check on the Ground screen that the column of texts was recognised.
announce-map = Map drawn: { $drawn } accounts.
map-title = Map of the network
map-exports = Export the network
export-gexf = Network as GEXF (Gephi)
export-graphml = Network as GraphML
file-network = network
file-map = map
file-interests = interests
map-waiting = The map comes when the analysis is complete.
map-drawing = Drawing the map…
map-empty = None of the accounts to which most attention goes has a tie with another of them.
map-summary = { $drawn } of { $accounts } accounts are drawn, those to which most attention goes, with { $shown } of the { $ties } ties among them. { $communities ->
    [one] { $communities } community has a colour and a shape of its own.
   *[other] { $communities } communities have a colour and a shape of their own.
}
map-summary-all = { $drawn } of { $accounts } accounts are drawn, all that have ties, with { $shown } of the { $ties } ties among them. { $communities ->
    [one] { $communities } community has a colour and a shape of its own.
   *[other] { $communities } communities have a colour and a shape of their own.
}
map-reading = Whoever lies close together shares ties; left, right, top and bottom mean nothing.
map-search = Find an account on the map
map-find = Find
map-not-found = “{ $name }” is not among the accounts drawn.
map-png = Image (PNG)
map-svg = Drawing (SVG)
map-view = View of the map
map-closer = Closer
map-farther = Farther
map-fit = Show all
map-left = Move left
map-right = Move right
map-up = Move up
map-down = Move down
map-guard = Two fingers, or Ctrl and the wheel, move the map.
map-keys = Keys: the arrows walk between neighbours, Shift and an arrow move the view, + and − zoom, 0 shows all, Enter opens the dossier, Escape closes. Wheel: with Ctrl, or once the map is selected. The same can be read in the table below.
map-legend = Legend
map-others = Other communities
map-neighbours = { $count ->
    [one] tied to { $count } account of the map
   *[other] tied to { $count } accounts of the map
}
map-users = { $count ->
    [one] used by { $count } account of the map
   *[other] used by { $count } accounts of the map
}
map-open = Open the dossier
map-source = Source: { $files } · { $date } · Sillage
map-only = Only “{ $name }” stands out.
map-all = Show all communities
map-table = The map as a table
map-table-caption = Accounts { $from } to { $to } of { $count }, by the attention they get
map-table-community = Community
map-table-ties = Ties on the map
map-table-with = With
map-table-others = and { $count } more
map-table-show = Locate
map-table-show-one = Locate { $handle } on the map
page-before = Previous
page-next = Next
circle-inside = { $share } of the attention that they give and get stays among them.
circle-bridges = Bridges:
circle-bridge = ({ $people } accounts elsewhere, mostly “{ $name }”)
circle-near = Closest to:
circle-languages = Languages:
circle-show = Show on the map
circle-target-off = Remove from the target audience
circles-all = All { $count } communities
circles-fewer = Fewer communities
interests-title = What people share
interests-note = Accounts beside what they write about: people are drawn together by what they have in common, whether they know each other or not. Texts that were passed on do not count.
interests-by = By
interests-hashtag = Hashtags
interests-word = Words
interests-domain = Sites
interests-link = Links
interests-draw = Draw the map of interests
interests-empty = No two accounts share any of these in their own posts.
interests-summary = The { $shown } most telling of { $objects }, with { $accounts } of the { $all } accounts that use any. The most widespread here: { $top } ({ $users } accounts).
interests-table = The map of interests as a table
interests-table-caption = { $count } shared by several accounts, the most telling first
interests-users = Accounts
interests-who = Used most by (times)
timeline-title = Communities through time
timeline-note = The period is cut into equal parts, each with its own communities; a community goes on where enough of its people are found again.
timeline-windows = Parts
timeline-follow = Follow communities through time
timeline-working = Following…
timeline-empty = In no part of the period are there enough ties to see communities.
timeline-unnamed = Past community { $number }
timeline-said = Between the parts of the period, among the largest communities: { $events }.
timeline-again = Only { $share } of the people of a part are found again in the next one: what appears and dissolves here says as much about who happened to take part as about groups. Fewer parts may show more.
timeline-steady = The largest communities go on as they were.
timeline-count-born = { $count ->
    [one] { $count } appears
   *[other] { $count } appear
}
timeline-count-grown = { $count ->
    [one] { $count } grows
   *[other] { $count } grow
}
timeline-count-shrunk = { $count ->
    [one] { $count } shrinks
   *[other] { $count } shrink
}
timeline-count-merged = { $count ->
    [one] { $count } merger
   *[other] { $count } mergers
}
timeline-count-split = { $count ->
    [one] { $count } split
   *[other] { $count } splits
}
timeline-count-dissolved = { $count ->
    [one] { $count } dissolves
   *[other] { $count } dissolve
}
timeline-table = The chart as a table
timeline-table-caption = Accounts of the largest communities in each part of the period
timeline-events = What happened
timeline-born = { $date }: appears
timeline-grown = { $date }: grows
timeline-shrunk = { $date }: shrinks
timeline-merged = { $date }: merges with others
timeline-merged-with = { $date }: merges with { $others }
timeline-split = { $date }: splits
timeline-split-with = { $date }: splits, with { $others }
timeline-dissolved = { $date }: dissolves
dossier-location = Place given:
