### The screen Objective: what is looked for, what counts, and what that changes.

objective-empty = Nothing to set yet: add files on the screen Ground.

## The first sentence
seek-none = No objective is chosen: the { $accounts } accounts are ranked by how many people pass them on.
seek-none-about = No objective is chosen: the { $accounts } accounts are ranked by how many people pass them on, whatever the subject.
seek-awareness = Looking for voices that carry far, among { $accounts } accounts.
seek-awareness-about = Looking for voices that carry far on “{ $subject }”, among { $accounts } accounts.
seek-consideration = Looking for credible voices, among { $accounts } accounts.
seek-consideration-about = Looking for credible voices on “{ $subject }”, among { $accounts } accounts.
seek-conversion = Looking for voices that make people act, among { $accounts } accounts.
seek-conversion-about = Looking for voices that make people act on “{ $subject }”, among { $accounts } accounts.
seek-advocacy = Looking for voices that already stand up for you, among { $accounts } accounts.
seek-advocacy-about = Looking for voices that already stand up for you on “{ $subject }”, among { $accounts } accounts.
seek-crisis = Looking for voices that carry far and fast right now, among { $accounts } accounts.
seek-crisis-about = Looking for voices that carry far and fast right now on “{ $subject }”, among { $accounts } accounts.
seek-choose = Choose what the campaign is for, and the order will follow.
seek-none-score = No objective is chosen, and nothing ties these { $accounts } accounts: they are ranked by score.
seek-told = These data tell { $told ->
    [one] { $told } criterion
   *[other] { $told } criteria
} out of { $all }.
seek-told-all = These data tell all { $all } criteria that count here.
seek-told-share = These data tell { $told ->
    [one] { $told } criterion
   *[other] { $told } criteria
} out of { $all }, which is { $share } of what counts here.
change-none = The first { $of } are the same as by re-shares alone.
change-some = { $count ->
    [one] The objective brings { $count } account into the first { $of }, compared with re-shares alone.
   *[other] The objective brings { $count } accounts into the first { $of }, compared with re-shares alone.
}
change-first = { $handle } comes first.
change-same-first = { $handle } stays first.
untold-title = { $count ->
    [one] The criterion that these data do not tell
   *[other] The { $count } criteria that these data do not tell
}

## The parts
objective-part-presets = What the campaign is for
objective-intro-presets = Six points of departure. Each sets weights, which you can change.
objective-part-weights = What counts, and how much
objective-intro-weights = The three always make 100. The ranking follows the slider.
objective-part-brief = What it is about
objective-intro-brief = The subject decides relevance. Without a subject, it cannot be measured.
objective-part-brands = Brand and competitors
objective-intro-brands = To find your advocates, your detractors, and those of the others.
objective-part-audience = Target audience
objective-intro-audience = Everybody. Say whom you want to reach.
objective-part-known = People you know already
objective-intro-known = Your teams and customers, recognised among the accounts.
objective-part-time = Period, memory and ties
objective-intro-time = All dates, and a memory chosen on your data.
objective-part-costs = Costs
objective-intro-costs = By size of account, to compose a team under a budget.

## The choices
objective-unweighted = No weights: the order of re-shares
gate-topic = { $count ->
    [0] Accounts with 5 posts or more on the subject should come first: there are none.
    [one] The only account with 5 posts or more on the subject comes first.
   *[other] The { $count } accounts with 5 posts or more on the subject come first.
}
gate-topic-none = Accounts that often speak of the subject should come first: these data cannot tell which they are.
gate-ambassador = { $count ->
    [0] Those who already stand up for you should come first: these data show none.
    [one] The only account that already stands up for you comes first.
   *[other] The { $count } accounts that already stand up for you come first.
}
gate-ambassador-none = Those who already stand up for you should come first: say which brand is yours to recognise them.

## The weights
weights-unused = Without an objective the order is that of re-shares: these weights make the score, not the rank.
factors-title = The nine criteria, pillar by pillar
factors-own = set by you

## The subject
words-none = No subject: all posts count alike.
words-counting = Searching the posts…
words-untold = These files have no text to search.
syntax-title = How to write a subject
syntax-or = coffee, tea
syntax-or-help = One of them is enough. “OR” does the same.
syntax-phrase = "fair trade"
syntax-phrase-help = The whole phrase, in that order.
syntax-not = coffee -machine
syntax-not-help = “coffee”, but not the posts that say “machine”.
syntax-tag = #roastery
syntax-tag-help = The hashtag only, not the word.
syntax-prefix = roast*
syntax-prefix-help = Everything that begins so: roaster, roasting. Accents and capitals do not matter.

## The brands
brands-own = Your brand
brands-name = Name
brands-name-placeholder = Tide & Leaf
brands-aliases = Other names
brands-aliases-placeholder = #tideandleaf, @tideandleaf
brands-others = Competitors
brands-others-none = Nobody yet.
brands-other-name = Competitor { $number }, name
brands-other-aliases = Competitor { $number }, other names
brands-other-placeholder = @northernsteep
brands-add = Add a competitor
brands-remove = Remove { $name }

## The target audience
audience-communities = Communities
audience-communities-wait = Communities will be here once their names are found.
audience-communities-none = These data draw no communities.
audience-languages = Languages of accounts
audience-clear = Aim at everybody

## Time and ties
window-lately = Last { $days } days
half-label = Memory
half-auto = Chosen on your data
half-days = Half-life, in days
half-off = Nothing fades
half-number = Half-life in days
half-unit = days
ties-weights-title = What each tie is worth
ties-weights-help = From 0 (does not count) to 1. Only the ties that your files hold are shown.
ties-weights-reset = Back to the first values
tie-number = { $layer }, worth from 0 to 1

## The costs
costs-priced = { $count ->
    [one] { $count } person has a cost of their own.
   *[other] { $count } people have a cost of their own.
}
costs-people = Costs by person and budget, on the screen Team

## The first ten
top-title = The first ten
top-caption = The first ten accounts, with their rank before
top-same = Change a weight or a word: the rank before stays beside.
top-unmoved = { $count ->
    [one] Nothing moves at the top.
   *[other] None of the first { $count } changes place.
}
top-shifted = { $count ->
    [one] { $count } of the first { $of } has changed place.
   *[other] { $count } of the first { $of } have changed place.
}
top-entered = { $count ->
    [one] { $people } enters the list.
   *[other] New in the list: { $people }.
}
top-best = { $handle } goes from place { $before } to place { $now }.
top-before = before
top-moved = Places gained or lost
top-all = See the whole ranking
top-mark = Compare from here on
moved-new = new
moved-same = same place
moved-up = { $places ->
    [one] { $places } place gained
   *[other] { $places } places gained
}
moved-down = { $places ->
    [one] { $places } place lost
   *[other] { $places } places lost
}

## In one line, above the ranking
objective-change = Change the objective
line-always = all dates
line-since = since { $day }
line-until = until { $day }
line-audience = target audience
row-was = ({ $before } before)
audience-places-known = { $located } of the { $accounts } accounts give a place, { $described } describe themselves: your words are looked for there and nowhere else. Of the { $unknown } others no place is known, and none is guessed.
audience-places-unknown = None of the { $accounts } accounts gives a place or describes itself in these files: nobody can be found by place, and none is guessed.
audience-members = { $members ->
    [0] None of the { $accounts } accounts belongs to this target audience.
    [one] { $members } of the { $accounts } accounts belongs to this target audience.
   *[other] { $members } of the { $accounts } accounts belong to this target audience.
}
