### The Team screen and projects: comes after the first screen.

## Ranking and dossier: who is picked
column-pick = Shortlist
pick = { $handle } on the shortlist
mark-excluded = never proposed
list-add = Add to the shortlist
list-remove = Take off the shortlist
exclude = Never propose
exclude-undo = May be proposed again

## Team: what it says
team-start = Nobody is picked yet: whom would you recruit together?
team-start-how = Give people a star in the ranking, or let a team be proposed: the people who, together, reach the most others without reaching the same ones twice.
list-finding = { $count ->
    [one] { $count } person is on the shortlist, in { $circles } of the { $all } communities.
   *[other] { $count } people are on the shortlist, in { $circles } of the { $all } communities.
}
list-finding-plain = { $count ->
    [one] { $count } person is on the shortlist.
   *[other] { $count } people are on the shortlist.
}
list-stages = How far it is: { $stages }.
list-unbegun = Nobody has been contacted yet.
stage-count-contact = { $count } contacted
stage-count-agreed = { $count ->
    [one] { $count } agreement
   *[other] { $count } agreements
}
stage-count-active = { $count } active
stage-count-advocate = { $count ->
    [one] { $count } advocate
   *[other] { $count } advocates
}
team-none = No team can be chosen with these conditions.
team-finding = { $members ->
    [one] This person would reach about { $people } of the { $accounts } accounts{ $compared }.
   *[other] These { $members } people would reach about { $people } of the { $accounts } accounts{ $compared }.
}
team-finding-target = { $members ->
    [one] This person would reach about { $people } people of the target audience{ $compared }.
   *[other] These { $members } people would reach about { $people } people of the target audience{ $compared }.
}
team-finding-compared = , { $compared }
team-finding-relative = { $members ->
    [one] This person would reach { $compared }.
   *[other] These { $members } people together would reach { $compared }.
}
team-finding-alone = { $members ->
    [one] One person is proposed; the files do not say how many it would reach.
   *[other] { $members } people are proposed; the files do not say how many they would reach.
}
people-more = { $share } more people than
people-fewer = { $share } fewer people than
people-times = { $ratio } times as many people as
people-even = about as many people as
team-against-followers = { $more } { $count ->
    [one] the account with the most followers
   *[other] the { $count } accounts with the most followers
}
team-against-score = { $more } { $count ->
    [one] the first of the ranking
   *[other] the first { $count } of the ranking
}
team-guarantee = That is at least { $share } of what the best possible team would do under this model.
team-over-ranking = The team reaches { $more } the first of the ranking.
team-over-ranking-between = The team reaches { $more } the first of the ranking (between { $low } and { $high }).
team-as-ranking = No significant gain over the ranking: its first people reach as many, within the margin. What the team gives is less overlap and a cost that fits.
estimate-between = { $value } ({ $low } to { $high })
team-stale = This team was chosen with an earlier result.

## Team: the choice
choice-title = Choose a team
team-size = How many people
team-budget = Budget
team-audience = Whom to reach
team-audience-none = Name a target audience on the Objective screen first.
audience-everybody = everybody in these files
audience-target = the target audience
choose = Propose a team
choose-again = Choose again
people-help = In the shortlist, each person can be required, excluded, or marked as working with a competitor.
people-must = { $count ->
    [one] Required:
   *[other] Required ({ $count }):
}
people-never = { $count ->
    [one] Excluded:
   *[other] Excluded ({ $count }):
}
people-rival = { $count ->
    [one] With a competitor:
   *[other] With competitors ({ $count }):
}
team-costs = Costs by size
team-set = { $count } given
team-costs-help = Used for whoever has no cost of their own, in the files or in the shortlist. Any currency, the same everywhere.
team-tier-below = Below 1,000 followers
team-tier-nano = Nano (1,000 to 10,000)
team-tier-micro = Micro (10,000 to 100,000)
team-tier-mid = Mid
team-tier-macro = Macro (100,000 to 1 million)
team-tier-mega = Mega (over 1 million)
team-more = More options
no-limit = no limit
no-cost = unknown
cost-unread = Not an amount: digits only, such as 1200 or 950.50.
team-minConfidence = Minimum authenticity
team-minConfidence-help = From 0 to 100; an account whose engagement cannot be checked passes.
team-perCommunity = At most per community
team-perCommunity-help = Spreads the team over several circles.
team-hops = Re-shares in a row, at most
team-hops-help = Most messages go no further than three.
team-messages = Messages each one publishes
team-messages-help = The chance of being re-shared at least once over a campaign. Used where chances are learnt.
team-seconds = Seconds of search
team-model = Model of spread
model-independentCascade = Independent cascade
model-linearThreshold = Linear threshold
model-creditDistribution = Real cascades (credit distribution)
model-help-independentCascade = Each person who is reached has one chance to win over each of those who follow them.
model-help-linearThreshold = People pass a message on once enough of those they follow have.
model-help-creditDistribution = No simulation: who really came after whom in the past re-shares of these files.
team-probabilities = Chances of a re-share
team-probabilities-help = Learnt from dated posts and their re-shares where there are any.
probabilities-auto = learnt if possible
probabilities-learned = learnt from these files
probabilities-weightedCascade = by share of attention

## Team: the result
members-title = { $count ->
    [one] { $count } person
   *[other] { $count } people, in the order in which they add the most
}
members-list = { $count ->
    [one] Add to the shortlist
   *[other] Add all { $count } to the shortlist
}
members-caption = Members of the team: what each adds, reaches alone, and reaches alone of all
members-place = #
members-gain = Adds
members-alone = Would reach alone
members-unique = Reached by nobody else
members-cost = Together
members-note = People, on average over many simulated campaigns, each counted once.
members-note-relative = In shares of what the whole team reaches: these files do not allow numbers of people.
member-must = required
cost-unknown = cost unknown
cost-from-tier = by size
choice-of = What a choice may do with { $handle }
alternatives-title = Other choices, under the same conditions
alternatives-choice = Choice
alternatives-members = People
alternatives-people = Reached
alternatives-share = Reached, against this team
alternative-team = This team
alternative-followers = The most followed
alternative-score = The first of the ranking
alternative-random = At random
alternative-optimum = The best possible, all tried
alternative-shortlist = Your shortlist
team-cost-additional = Each person reached beyond the best other choice costs { $cost }.
reached-title = Communities reached and left out
reached-all = { $count ->
    [one] The only community is reached.
   *[other] All { $count } communities shown are reached.
}
reached-out = { $count ->
    [one] { $count } of { $all } is left out: { $names }.
   *[other] { $count } of { $all } are left out: { $names }.
}
reached-more = and { $count } more
reached-community = Community
reached-size = Accounts
reached-members = Members
reached-people = Reached
reached-share = Share of the reach
overlap-title-much = { $one } and { $other } speak to much the same people: { $share } in common
overlap-title-little = Little overlap: at most { $share } in common, between { $one } and { $other }
overlap-title-some = At most { $share } in common, between { $one } and { $other }
overlap-title-none = No two members reach the same people
overlap-note = Read along a row: the part of the people reached by the person on the left whom the person above reaches as well.
overlap-caption = Overlap of the audiences of the members, in shares of the row
overlap-self = the same person
overlap-cut = The first { $shown } of { $all } members.
team-method = How this was computed
method-hops = { $hops ->
    [one] At most one re-share.
   *[other] At most { $hops } re-shares in a row.
}
method-messages = Over a campaign of { $messages } messages from each member.
method-learned = Chances learnt from { $successes } re-shares among { $trials } occasions, on { $arcs } ties.
method-weightedCascade = No chance could be learnt: each of the { $arcs } ties counts by the share of attention that it has ({ $trials } occasions, { $successes } re-shares).
method-cascades = Taken from { $successes } re-shares that really happened, among { $trials } occasions, on { $arcs } ties.
method-subject = Only posts on the subject of the brief were used.
method-relative = Only comparisons mean anything here: a number of people would depend on chances that nobody measured.
method-reachable = The most that anybody could reach: { $people } people; this team reaches { $share } of them.
method-sets = { $sets } samples, draw { $seed }: the same files and settings give the same team.
method-caution = A model, from these files only: it says who would be reached if people go on as they did, not that they will.
team-note-unknown = To know: { $code }
team-note-budget-below-every-cost = The budget is below the cost of every candidate: nobody can be engaged.
team-note-must-have-over-budget = The required people alone cost more than the budget; they are kept, and nobody is added.
team-note-must-have-over-size = There are more required people than places; they are kept, and nobody is added.
team-note-no-costs = A budget was given but no cost is known (no column of costs, no cost by size): the budget was not applied.
team-note-some-costs-unknown = Some accounts have no known cost: with a budget, they were not candidates.
team-note-zero-costs = Some candidates cost nothing: they are chosen as long as they reach somebody new.
team-note-negative-costs = Negative costs were read as unknown.
team-note-all-excluded = The exclusions leave no candidate.
team-note-no-candidates = Nobody may be chosen: no account passes the conditions (authenticity, costs, somebody’s attention).
team-note-few-candidates = There are fewer candidates than places.
team-note-low-confidence-left-out = Accounts below the authenticity asked for were not candidates.
team-note-no-ties = The files hold no tie between accounts: nothing says who reaches whom.
team-note-no-target = The target audience was asked for but none is named: everybody counts.
team-note-target-empty = Nobody in the files belongs to the target audience.
team-note-target-unreachable = No candidate reaches anybody of the target audience.
team-note-probabilities-zero = Every chance of a re-share is zero: nobody passes anything on, the team reaches itself only.
team-note-probabilities-one = Every chance of a re-share is one: everybody passes everything on. These are not measured figures.
team-note-relative-only = No chance of a re-share could be learnt: only comparisons between teams mean anything, not numbers of people.
team-note-learned-unavailable = Learnt chances were asked for, but the files have no dated posts with their re-shares: shares of attention were used.
team-note-few-trials = The chances were learnt from few posts: take numbers of people as orders of magnitude.
team-note-off-subject = There are too few posts on the subject: the chances are those of all posts.
team-note-no-cascades = Real cascades were asked for, but no re-share says which post it re-shares: the independent cascade was used.
team-note-disconnected-audience = The accounts fall into parts that no tie joins: some people cannot be reached from the largest part.
team-note-no-gain-over-ranking = The first of the ranking reach as many people, within the margin: the ranking does as well.
team-note-fewer-than-asked = The team is smaller than asked: nobody else adds anybody, or can be paid.
team-note-not-certified = The search ended before its bound was reached: the guarantee is weaker than usual.
team-note-no-interval = The model gives no interval.
team-note-unknown-accounts = Some of the accounts named are not in the files; they were left out.
team-note-competitors-reach-all = The competitors’ people reach everybody whom the candidates could reach.
team-note-no-members = No account was given to simulate with.
team-note-too-small = Too few accounts receive attention to compare those at the top with ordinary ones.
team-note-not-settled = Opinions were still moving when the computation ended: take them as orders of magnitude.
team-note-both-sides = Some accounts carry both messages: they were left out of the counter-message.

## Team: shortlist and relations
list-title = Shortlist and relations
list-note = In your order: with the arrows, or with Alt and the arrow keys from a button of the person.
list-empty = Nobody yet. Give people a star in the ranking, open a dossier, or add a proposed team.
list-go = Go to the ranking
list-export = Shortlist as CSV
log-export = Relations as CSV
file-shortlist = shortlist
file-relations = relations
aside-title = { $count ->
    [one] { $count } person set aside
   *[other] { $count } people set aside
}
person-rank = rank { $rank }
person-followers = { $followers ->
    [one] { $followers } follower
   *[other] { $followers } followers
}
person-circle = community “{ $name }”
person-circle-number = community { $number }
person-authenticity = authenticity { $confidence }
person-absent = not in the present files
move-up = Move { $handle } up
move-down = Move { $handle } down
list-take-out = Take { $handle } off the shortlist
forget-person = Forget what was written about { $handle }
field-stage = Stage
stage-identify = Identified
stage-contact = Contacted
stage-agreed = Agreed
stage-active = Active
stage-advocate = Advocate
field-choice = In a team
choice-open = possible
choice-must = required
choice-never = excluded
choice-rival = with a competitor
field-cost = Cost
cost-from-file = { $cost } in the files
field-tags = Tags
tags-placeholder = press, Lyon, video
log-title = Relation: notes, incentive, actions
log-count = { $done } of { $all } actions done
field-note = Notes
field-incentive = Incentive
incentive-placeholder = What this person would gain
incentive-ideas = Interests of this community beside the subject:
incentive-add = Add { $interest } to the incentive
incentive-around = something around “{ $interest }”
actions-title = Actions
actions-none = None yet.
action-add = Add an action
action-what = What to do
action-placeholder = Write, call, send a sample…
action-unnamed = unnamed action
action-done = { $action }: done
action-date = Date of { $action }
action-remove = Remove { $action }
action-is-done = done
action-is-planned = planned
list-column-place = place
list-column-handle = account
list-column-name = name
list-column-platform = network
list-column-rank = rank
list-column-score = score
list-column-followers = followers
list-column-community = community
list-column-stage = stage
list-column-choice = in a team
list-column-cost = cost
list-column-tags = tags
list-column-note = notes
list-column-incentive = incentive
list-column-date = date
list-column-action = action
list-column-done = state
announce-moved = { $handle } is now at place { $place }
announce-listed = { $count ->
    [one] { $count } person added to the shortlist
   *[other] { $count } people added to the shortlist
}
announce-choosing = Choosing a team
announce-chosen = { $members ->
    [one] Team chosen, { $members } person
   *[other] Team chosen, { $members } people
}
announce-simulated = Simulation done

## Team: what if
if-title = What if?
if-empty = Choose a team or pick people first: a message has to start somewhere.
if-team = { $count ->
    [one] Starting from the person chosen above.
   *[other] Starting from the { $count } people of the team above.
}
if-shortlist = { $count ->
    [one] Starting from the person on the shortlist.
   *[other] Starting from the { $count } people on the shortlist.
}
if-again = Compute again
cascade-title = How would the message travel?
cascade-note = One message among many possible, step by step, then the average over all.
cascade-go = Send a message
cascade-mean = On average over { $runs } runs, { $people } people are reached.
cascade-relative = These files do not allow numbers of people: look at the way, not at the size.
cascade-player = Steps of the message
step-back = Previous
step-on = Next
step-play = Play
step-pause = Pause
step-range = Step
step-of = step { $step } of { $last }
step-first = { $count ->
    [one] One person posts the message.
   *[other] { $count } people post the message.
}
step-said = { $count ->
    [one] Re-share { $step }: { $count } more person, { $all } in all.
   *[other] Re-share { $step }: { $count } more people, { $all } in all.
}
step-table = Who was reached at step { $step }, and by whom
step-by = By
step-count = People
step-who = Among them
step-more = { $names } and { $more } more
cascade-hops = On average, step by step
hop-column = Step
hop-row = { $hop ->
    [one] { $hop } re-share
   *[other] { $hop } re-shares
}
hop-people = People first reached then
hop-share = Share of the reach
cascade-map-title = The message on the map
cascade-map-summary = { $step ->
    [0] The message has not been re-shared yet: { $all } of the { $accounts } accounts have it.
    [one] After { $step } re-share of { $last }, { $all } of the { $accounts } accounts have the message.
   *[other] After { $step } re-shares of { $last }, { $all } of the { $accounts } accounts have the message.
}
cascade-map-reading = Colour and shape say after how many re-shares somebody was reached, size how many they reached in turn. Whoever lies close together shares ties.
cascade-map-cut = { $shown } of the { $reached } people reached are drawn, those reached first.
cascade-hop = { $hop ->
    [0] Where it starts
    [one] After { $hop } re-share
   *[other] After { $hop } re-shares
}
cascade-hop-last = After { $hop } re-shares or more
cascade-hop-never = Not reached this time
file-cascade-map = message
cascade-unlucky = { $count ->
    [one] This person posts the message, and this time nobody passes it on.
   *[other] These { $count } people post the message, and this time nobody passes it on.
}
cascade-nobody = { $count ->
    [one] The message ends with this person: in these files, nobody passes them on.
   *[other] The message ends with these { $count } people: in these files, nobody passes them on.
}
cascade-chance = Another draw would take another way: only the average is an estimate.
threshold-title = A few people, or many?
threshold-note = What if people follow only once a share of those they listen to has? The larger that share, the less a few people can do.
threshold-go = Test this network
advice-few = Few, well chosen: in this network, those at the top set off more than their audience alone.
advice-many = Many, ordinary ones: in this network, those at the top set off no more than their audience.
advice-unclear = These files do not settle it: neither few nor many is clearly better.
advice-multiplier = Starting from the tenth most listened to, a message ends { $times } times larger than from an ordinary account; their audience is { $audience } times larger.
advice-multiplier-alone = Starting from the tenth most listened to, a message ends { $times } times larger than from an ordinary account.
sweep-title = Accounts won over in the end, by the share of attention that it takes
sweep-summary = Three lines, from a share of { $from } to { $to }; the table below says the same.
sweep-data = Show the numbers
sweep-threshold = Share it takes
sweep-team = these people
sweep-ordinary = as many ordinary accounts
sweep-random = as many at random
susceptible-title = Whose people need nobody else to follow (at a share of 18%):
susceptible-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
opinion-title = A message, and a counter-message
opinion-note = These people say yes. Where do opinions settle, if everybody listens in part to those they follow and keeps in part their own view? And if others say no?
opinion-counter = Who carries the counter-message
opinion-placeholder = account, account
opinion-go = Weigh the opinions
opinion-unknown = Not in these files: { $names }
opinion-finding = On average, opinion settles at { $after }.
opinion-finding-countered = On average, opinion settles at { $after } with the message alone, and at { $counter } with the counter-message.
opinion-table = Opinion by community, before and after
opinion-before = Before
opinion-after = With the message
opinion-with = With the counter-message
opinion-scale = From −100% (all with the counter-message) over 0% (no side) to 100% (all with the message).

## Projects
project-title = Project
project-title-named = Project { $name }
project-unsaved = There are changes that no file holds yet.
project-saved = Everything is saved.
project-nothing = Nothing to save yet beyond the files themselves.
project-data = What goes into the file
project-without = Your work, without the data
project-without-help = Settings, shortlist, relations, and the names and fingerprints of the files: you choose them again on opening.
project-with = Your work and the data ({ $size } before compression)
project-with-help = Opens by itself. Whoever gets this file gets the data.
project-with-impossible = Not possible: files are too large, or some are missing.
project-save = Save the project
project-open = Open a project…
project-new = New project
project-note = A project is a file on your disk, ending in .sillage. It can also be dropped on the page.
project-lose = What is not saved would be lost: shortlist, relations, settings.
project-lose-new = Start anew without saving
project-lose-open = Open without saving
project-back = Go back
file-project = project
announce-project-saved = Project saved
announce-project-opened = Project { $name } opened
wanted-title = { $count ->
    [one] This project needs a file that is not in it
   *[other] This project needs { $count } files that are not in it
}
wanted-note = Drop them on the page, all at once if possible: they are read as before, and the analysis follows.
project-same = Same result as when the project was saved, to the last digit.
project-other = The result is not the one that was saved with the project.
project-other-files = The result is not the one that was saved: { $names } changed since.
project-other-method = The result is not the one that was saved: the method was { $then }, it is { $now } now.
error-project-unknown = This is not a Sillage project.
error-project-newer = This project was saved by a later version of Sillage (format { $version }). Reload the page to get it.
error-project-damaged = This project is damaged: it cannot be opened. What is on the page has not changed.
error-project-too-large = The data ({ $bytes }) are too large to go into a project. Save it without them.
