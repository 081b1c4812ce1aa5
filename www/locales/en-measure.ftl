### The Measure screen: comes after the first screen; the command line needs the sentences of the back-test.

measure-span = { $days } days of data, { $from } to { $to }: enough to compare a before and an after.
measure-day = One day of data, { $day }: its hours can be compared.
measure-undated = These files have no dates: nothing in them tells before from after.
measure-how = Two questions to the same files: what is different between two periods, and whether the people whom the ranking puts first are those who mattered next.
measure-again = Run it again
show-all = Show all { $count }
show-fewer = Show fewer
days = { $days } d
factor = ×{ $ratio }
factor-between = ×{ $ratio } ({ $low } to { $high })
interval = { $value } ({ $low } to { $high })
rank-between = { $rank } ({ $low } to { $high })
unit-day = day
unit-quarter = six hours
unit-hour = hour
announce-testing = Back-test begun
announce-tested = The back-test is there
announce-comparing = Comparison begun
announce-compared = The comparison is there

## Before and after
compare-heading = Before and after
compare-about = Two windows of the same files, side by side: activity, ranks, who is passed on more or less, communities. It says what changed, not why: there is no group to compare with that your campaign did not touch.
window-before = Before
window-after = After
window-begins = From
window-ends = Until
window-halves = Two halves
window-last = The last week and the one before
window-utc = Dates and times are in UTC, like the result. The end itself does not count.
window-range = { $from } to { $to }
compare-go = Compare both windows
compare-cannot = These two windows cannot be compared.
compare-reason-no-times = The files hold no dates: before and after cannot be told apart.
compare-reason-overlap = The windows overlap: what is in both would count as before and as after. Let the second begin where the first ends, or later.
compare-reason-reversed = The second window is earlier than the first. Swap them.
compare-reason-empty-before = The first window holds nothing. Choose dates that the files cover.
compare-reason-empty-after = The second window holds nothing. Choose dates that the files cover.
compare-reason-few-events = Too little to say anything about people: the quieter window holds { $have } passings-on, it would take { $need }.
compare-total-unknown = Both windows are too short or too quiet to compare their activity.
compare-interactions-more = There were more interactions a day after than before: { $ratio }.
compare-interactions-less = There were fewer interactions a day after than before: { $ratio }.
compare-interactions-same = Whether interactions a day changed cannot be told: { $ratio }.
compare-posts-more = There were more posts a day after than before: { $ratio }.
compare-posts-less = There were fewer posts a day after than before: { $ratio }.
compare-posts-same = Whether posts a day changed cannot be told: { $ratio }.
compare-people = Of { $tested } accounts, beyond chance: { $up } passed on more than before, { $down } less.
compare-nobody = { $tested ->
    [one] The one account that was passed on did not change beyond chance.
   *[other] None of the { $tested } accounts that were passed on changed beyond chance.
}
compare-turnover = { $appeared } were passed on only after, { $gone } only before; with small counts, chance alone does as much.
compare-note-lengths-differ = The windows are of different lengths: changes compare what happened in equal time. Numbers of distinct people still grow with the length.
compare-note-no-control = What changed is associated with the second period, not with a cause: season, news and the campaign are not told apart.
compare-note-target-communities = Communities of the target audience were left out: they are found again in each window.
compare-unit = For changes, people count once per { $unit }. Counts vary { $dispersion } times as much as chance alone would make them, and intervals allow for that. Of the accounts told as changed, one in ten at most is expected to be a false alarm.
compare-chart = { $up } up, { $down } down: those who changed most surely
compare-chart-summary = { $count ->
    [one] For one account, people who passed it on per unit of time, before and after.
   *[other] For { $count } accounts, people who passed them on per unit of time, before and after.
}
compare-rates = People who passed them on, per unit of time
compare-csv = Accounts as CSV
compare-file = before-after.csv
totals-title = Both windows
totals-change = Change in equal time (90%)
totals-posts = Posts
totals-authors = Accounts that posted
totals-interactions = Interactions
totals-people = People who interacted
totals-received = Accounts that received any
totals-sources = Accounts passed on
totals-voice = Share of voice of the brand (95%)
totals-positive = Positive posts, of those with a tone
totals-negative = Negative posts, of those with a tone
accounts-title = Account by account
accounts-change = Change (90%)
accounts-said = What can be told
rank-before = Rank before
rank-after = Rank after
people-before = People before
people-after = People after
kind-up = more
kind-down = less
kind-same = no change beyond chance
kind-unsure = perhaps: not sure enough among so many
only-before = only before
only-after = only after
circle-fates = { $count ->
    [one] What became of one community
   *[other] What became of { $count } communities
}
circle-fates-caption = Communities before and after
circle-fates-change = What happened
circle-fates-before = Members before
circle-fates-after = Members after
circle-fates-central = Most passed on
circle-continued = stayed as it was
circle-grown = grew
circle-shrunk = shrank
circle-merged = merged
circle-split = split
circle-born = is new
circle-dissolved = dissolved

## Back-test
test-title = Would the ranking have been right?
test-about = The ranking is made again with nothing but what came before a given day, then held against what really came after; four times. What followers, simple counts or chance would have found is counted the same way.
test-go = Test the ranking on these data
test-csv = Back-test as CSV
test-file = back-test.csv
test-cannot = There is not enough data to tell whether the ranking is right.
test-reason-no-ties = The files hold no interactions between accounts: nothing says who mattered next.
test-reason-no-times = The interactions have no dates: early and late cannot be told apart.
test-reason-few-events = There are { $have } dated re-shares or reactions; it would take { $need }.
test-reason-short-span = The data last { $have } days, too short for the days that are to be looked ahead; it would take { $need }.
test-reason-few-people = At best { $have } of the accounts known before were passed on afterwards; it would take { $need } to tell an order from chance.
test-finding = { $tests ->
    [one] In one test, our ranking named in advance { $found } of the { $mattered } people who mattered next; { $other } would have named { $theirs }, chance { $chance }.
   *[other] On average over { $tests } tests, our ranking named in advance { $found } of the { $mattered } people who mattered next; { $other } would have named { $theirs }, chance { $chance }.
}
test-finding-alone = { $tests ->
    [one] In one test, our ranking named in advance { $found } of the { $mattered } people who mattered next; chance would have named { $chance }.
   *[other] On average over { $tests } tests, our ranking named in advance { $found } of the { $mattered } people who mattered next; chance would have named { $chance }.
}
test-better = On these data our order is better than { $names }.
test-alike = It cannot be told apart from { $names }.
test-worse = It is worse than { $names }: here, the simpler order does better.
test-ceiling = { $share } of what was passed on later came from accounts that nobody could know before.
test-chart = { $found } of { $mattered } found in advance; { $beaten } of { $rivals } other orders did surely less well
test-chart-summary = People who mattered next among the first { $top } places, by each order.
test-bar = { $name }: { $found } of { $mattered }
test-table = How well each order foretold who mattered next
test-column-order = Order
test-column-found = Found
test-column-precision = Share of the first places
test-column-ndcg = NDCG
test-column-capture = Later people captured
test-column-covered = People reached
test-column-difference = Ours less it, NDCG (95%)
test-column-verdict = Ours is
verdict-better = better
verdict-alike = not told apart
verdict-worse = worse
order-ours = our ranking
order-followers = number of followers
order-reshares = number of re-shares
order-reshares-reactions = number of reactions
order-people = people who re-shared
order-people-reactions = people who reacted
order-degree = people in any interaction
order-mentions = mentions
order-pagerank = PageRank
order-activity = own activity
order-random = chance
order-oracle = the best possible order
test-people = Whom the ranking named on { $date }
test-people-caption = The first places before the last test, and what came after
test-place = Place then
test-later-reshares = People who re-shared it later
test-later-reactions = People who reacted later
test-mattered = Mattered next
test-yes = yes
test-no = no
test-cuts = Each test
test-cuts-about = After each moment, the next { $days } days were looked at. The intervals above allow for who happens to be in each test.
test-cut-at = Known until
test-cut-candidates = Candidates
test-cut-passed = Passed on later
test-cut-mattered = Mattered
test-cut-found = Found by us
test-cut-ceiling = Could be known
test-cut-halflife = Half-life
test-cut-few = too few
test-cut-never = none
test-note-as-of-collection = Likes, views and followers are as of the day the files were made: our ranking did without them here, since nobody could have known them.
test-note-followers-later = The order by followers was allowed to use them all the same, which helps it.
test-note-followers-few = Followers are known of { $known } of the candidates only.
test-note-no-followers = The files do not tell followers: that order cannot be tested.
test-note-target-communities = Communities of the target audience were left out: they are found again from what came before.
test-note-some-cuts = { $tests } of { $cuts } tests had enough people to tell; the others are left out of the averages.
test-note-few-sharers = Few people did all the later passing-on: this says whom those few pass on, and little about others.
