### The screen Ground after an analysis, and charts: comes after the first screen.

chart-data = The numbers
chart-missing = The drawing could not be brought: the numbers are below.

## The study at a glance
ground-files = The files
overview-title = At a glance
overview-working = Looking at the whole: activity, themes, languages, brands…
overview-again = Try again
overview-posts = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
} (shares aside) and { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} by { $accounts ->
    [one] { $accounts } person
   *[other] { $accounts } people
}, from { $from } to { $to }.
overview-posts-day = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
} (shares aside) and { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} by { $accounts ->
    [one] { $accounts } person
   *[other] { $accounts } people
}, on { $date }.
overview-posts-undated = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
} (shares aside) and { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} by { $accounts ->
    [one] { $accounts } person
   *[other] { $accounts } people
}, none of them dated.
overview-ties = { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} by { $accounts ->
    [one] { $accounts } person
   *[other] { $accounts } people
}, from { $from } to { $to }.
overview-ties-day = { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} by { $accounts ->
    [one] { $accounts } person
   *[other] { $accounts } people
}, on { $date }.
overview-ties-undated = { $interactions ->
    [0] No post in these files, and no interaction that could be placed in time.
    [one] { $interactions } interaction, without a date.
   *[other] { $interactions } interactions, without a date.
}

## Activity
activity-posts = Posts
activity-interactions = Interactions
activity-accounts = People
activity-peak-day = { $date } stands out: { $ratio } times as many { $of ->
    [posts] posts
   *[interactions] interactions
} as on a usual day.
activity-peak-week = The week of { $date } stands out: { $ratio } times as many { $of ->
    [posts] posts
   *[interactions] interactions
} as in a usual week.
activity-peak-month = { $date } stands out: { $ratio } times as many { $of ->
    [posts] posts
   *[interactions] interactions
} as in a usual month.
activity-peak-year = { $date } stands out: { $ratio } times as many { $of ->
    [posts] posts
   *[interactions] interactions
} as in a usual year.
activity-rising = Activity rises: the second half of the period has { $ratio } times as many { $of ->
    [posts] posts
   *[interactions] interactions
} as the first.
activity-falling = Activity falls: the first half of the period had { $ratio } times as many { $of ->
    [posts] posts
   *[interactions] interactions
} as the second.
activity-steady = Activity holds: the two halves of the period have about as many { $of ->
    [posts] posts
   *[interactions] interactions
}.
activity-usual-posts = { $usual ->
    [one] { $usual } post
   *[other] { $usual } posts
} in a usual { $unit ->
    [day] day
    [week] week
    [month] month
   *[year] year
}, { $most } in the busiest: { $period }.
activity-usual-interactions = { $usual ->
    [one] { $usual } interaction
   *[other] { $usual } interactions
} in a usual { $unit ->
    [day] day
    [week] week
    [month] month
   *[year] year
}, { $most } in the busiest: { $period }.
activity-usual-accounts = { $usual ->
    [one] { $usual } person
   *[other] { $usual } people
} in a usual { $unit ->
    [day] day
    [week] week
    [month] month
   *[year] year
}, { $most } in the busiest: { $period }.
activity-window = Only what lies inside the dates that were chosen is counted.
activity-plain-day = Activity, day by day
activity-plain-week = Activity, week by week
activity-plain-month = Activity, month by month
activity-plain-year = Activity, year by year
activity-summary = { $kind }, { $unit ->
    [day] day by day
    [week] week by week
    [month] month by month
   *[year] year by year
}: { $periods } bars, from { $least } to { $most }.
activity-table = Activity through time (UTC)
activity-partial = { $period } (not whole)
activity-pale = Paler: a { $unit ->
    [day] day
    [week] week
    [month] month
   *[year] year
} that the data do not cover from end to end.
activity-undated = { $count ->
    [one] { $count } post or interaction has no date and is not on the chart.
   *[other] { $count } posts and interactions have no date and are not on the chart.
}
activity-none = Activity through time cannot be told
reason-span-too-long = The dates are too far apart: some of them must be wrong.
period-week = Week of { $date }
unit-name-day = Day
unit-name-week = Week
unit-name-month = Month
unit-name-year = Year

## Themes
themes-said = People speak most of { $themes }.
themes-rising = { $count ->
    [one] { $themes } is on the rise.
   *[other] { $themes } are on the rise.
}
themes-none = No theme stands out
themes-note = Counted by people, one vote each; shares of other people’s posts are left out.
themes-halves = The movement compares the people who wrote before { $date } with those who wrote since; it is only said where chance would hardly explain it.
themes-unmoved = None clearly rises or fades between the people who wrote before { $date } and those who wrote since.
themes-still-no-time = Without dates, what rises and what fades cannot be told.
themes-still-few-accounts = Too few people wrote to tell what rises and what fades.
themes-tags = Hashtags
themes-words = Words
themes-sites = Sites
themes-links = Pages
themes-tags-caption = Hashtags, by the people who use them
themes-words-caption = Words, by the people who use them
themes-sites-caption = Sites, by the people who link to them
themes-links-caption = Pages, by the people who link to them
themes-moves = Movement
themes-more = { $count } more
theme-on = with the subject
theme-up = ↑ from { $first } to { $second }
theme-down = ↓ from { $first } to { $second }
theme-unclear = no clear change

## Languages
languages-said = { $share } of the people write in { $language }.
languages-none = The language of these posts is not known
languages-unknown = Not known
languages-others = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
languages-summary = { $languages ->
    [one] { $languages } language
   *[other] { $languages } languages
}; not known for { $unknown } of { $accounts } people.
languages-tip = { $accounts ->
    [one] { $accounts } person
   *[other] { $accounts } people
}, { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
}
languages-table = Languages of { $accounts } people and { $posts } posts with words of their own
languages-language = Language

## Share of voice
share-between = { $share } ({ $low } to { $high })
voice-most = { $first } has most of the voices: { $share } of { $by ->
    [byAccounts] the people
   *[share] the posts
} that name a brand ({ $low } to { $high }).
voice-level = { $first } and { $second } cannot be told apart: their intervals overlap.
voice-few = { $posts ->
    [0] No post names one of these brands.
    [one] One post names one of these brands: too few to tell shares.
   *[other] { $posts } posts name one of these brands: too few to tell shares.
}
voice-one = { $brand } is named by { $accounts ->
    [one] { $accounts } person
   *[other] { $accounts } people
}, in { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
}.
voice-row = { $brand }: { $share }.
voice-byAccounts = Share of people
voice-share = Share of posts
voice-byEngagement = Share of reactions
voice-reactions = Reactions
voice-tone = Net tone
voice-net = { $net } ({ $low } to { $high })
voice-toned = too few ({ $toned })
voice-awareness-topic = Known among those who speak of the subject
voice-awareness-all = Known among those who wrote
voice-brand = Brand
voice-own = { $brand } (yours)
voice-table = What is said of each brand; intervals hold 95 times in 100
voice-note = Who names several brands gives each an equal part. The share of people is the one to trust: one account, one vote. Net tone runs from −100 to +100, over the posts that name one brand alone.
voice-several = { $count ->
    [one] { $count } post names several brands.
   *[other] { $count } posts name several brands.
}
voice-official = { $count ->
    [one] { $count } post by the brands’ own accounts is left out.
   *[other] { $count } posts by the brands’ own accounts are left out.
}
voice-why-share-few-posts = No share of posts: { $posts } posts name a brand, 30 are needed.
voice-why-byAccounts-few-accounts = No share of people: { $accounts } people name a brand, 10 are needed.
voice-why-byEngagement-no-counters = No share of reactions: these files do not say how many people reacted.
voice-why-byEngagement-few-reactions = No share of reactions: there are too few, or nearly all of them went to a handful of posts.
voice-why-awareness-few-accounts = No share of those who know the brand: { $among } people wrote, 30 are needed.
voice-none = Share of voice: name your brand and its competitors
voice-none-how = Then this screen tells how much is said of each, by how many people, and in what tone.
voice-none-told = Share of voice cannot be told
voice-give = Name brands
voice-give-more = Add competitors

## How to get an export
exports-title = How do I get an export?
exports-note = Networks give you your own data on request: it takes from minutes to some days. Choose JSON or CSV where you are asked, and drop the archive here as it comes.
exports-listening-title = Brandwatch, Talkwalker, Meltwater, Sprout Social
exports-listening = In a search or a dashboard: Export, mentions or results, as CSV or Excel. Ask for all columns: the author, the text and the date matter most.
exports-x-title = X
exports-x = Settings, Your account, Download an archive of your data. For the posts of others: a collection by API (twarc, minet, rtweet), or 4CAT with Zeeschuimer.
exports-instagram-title = Instagram
exports-instagram = Accounts Centre, Your information and permissions, Download your information: JSON.
exports-facebook-title = Facebook
exports-facebook = Accounts Centre, Your information and permissions, Download your information: JSON.
exports-linkedin-title = LinkedIn
exports-linkedin = Settings, Data privacy, Get a copy of your data. For a page: Analytics, Export.
exports-tiktok-title = TikTok
exports-tiktok = Settings and privacy, Account, Download your data: JSON.
exports-youtube-title = YouTube
exports-youtube = takeout.google.com, YouTube alone. For the comments of any video: YouTube Data Tools.
exports-mastodon-title = Mastodon
exports-mastodon = Preferences, Import and export, Request your archive; follows and lists are CSV files on the same page.
exports-collected-title = Posts of others, by research tools
exports-collected = 4CAT, Zeeschuimer, minet, twarc, YouTube Data Tools: their CSV or NDJSON files, unchanged.
exports-sheet-title = Your own table
exports-sheet = Excel, LibreOffice or Google Sheets: one row a post, with an author and a text or a date. CSV, or copy the cells and paste them above.
exports-chats-title = Conversations
exports-chats = Telegram Desktop: menu of the chat, Export chat history, JSON. WhatsApp: menu of the chat, Export chat, without media.
exports-network-title = A network
exports-network = Gephi, NodeXL, Pajek and others: save as GEXF, GraphML, GDF or CSV.
