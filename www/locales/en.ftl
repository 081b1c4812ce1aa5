### Sillage, in English.

## Page
skip = Skip to content
nav-label = Steps
screen-ground = Ground
screen-objective = Objective
screen-influencers = Influencers
screen-team = Team
screen-measure = Measure
language-label = Language
theme-label = Appearance: { $theme }
theme-auto = as the device
theme-light = light
theme-dark = dark
undo = Undo the last change
redo = Redo
help = Help and shortcuts
export = Export
project = Project: new, open, save
erase = Erase everything
close = Close
retry = Try again
cancel = Cancel
stop = Stop
remove = Remove
offline-badge = Offline
offline-badge-more = · nothing is sent
footer-promise = Everything is computed in this browser. No data is sent.
footer-method = Method { $version }
file-ranking = ranking
file-receipt = receipt
pasted-name = pasted

## Ground, before any file
hero-title = Who really moves your audience?
hero-lead = Drop the export you already have: posts, shares, replies, influencer lists. Sillage finds the people whose words travel, ranks them and shows why, post by post. Your data stay in this browser.
choose-files = Choose files
add-files = Add files
try-demo = Try with sample data
drop-hint = You can also drop files, a ZIP archive or a whole folder anywhere on this page, or paste a table.
drop-here = Drop your files here
how-label = How it works
how-1-title = Your exports, as they are
how-1 = Listening tools, network archives, spreadsheets, JSON, graphs: format, encoding and columns are recognised by what they hold. Every row left out is counted and explained.
how-2-title = Effect, not size
how-2 = An account weighs by how many different people pass on what it says, not by its followers. Mutual back-scratching counts for little.
how-3-title = A score you can defend
how-3 = Every score splits exactly into reach, relevance and resonance, and opens onto the posts behind it.
choose-folder = Choose a whole folder
add-folder = Add a folder
paste-title = Or paste a table, or lines
paste-placeholder = { "" }author	text	date
    marie	…	2026-03-02
paste-read = Read what is pasted
paste-wrong = A table has at least two lines: the names of the columns, then the rows. Copy the cells in your spreadsheet and paste them here.
formats-title = Which files can I drop?
accepts-listening-title = Listening tools
accepts-listening = Brandwatch, Talkwalker, Meltwater, Sprout Social, CrowdTangle, and the exports of other tools, recognised by their columns.
accepts-networks-title = Your own archives
accepts-networks = The download of your data from X, Instagram, Facebook, TikTok, LinkedIn, YouTube, Mastodon; LinkedIn page statistics.
accepts-collected-title = Research collections
accepts-collected = twarc, rtweet, minet, DMI-TCAT, TAGS, 4CAT, Zeeschuimer, YouTube Data Tools, Bluesky Jetstream, Reddit archives.
accepts-tables-title = Any table
accepts-tables = CSV, TSV or Excel with an author and a text or a date, in French, English, Spanish, German or Portuguese. Other columns? You name them.
accepts-graphs-title = Networks
accepts-graphs = GEXF, GraphML, GDF, GML, Pajek, UCINET, METIS, Matrix Market, NodeXL, JSON; lists of ties, logs of interactions.
accepts-people-title = Lists of people
accepts-people = Influencer lists with followers and rates; customer and staff lists (name, account, e-mail).
accepts-chats-title = Conversations
accepts-chats = Telegram, Discord, Slack and WhatsApp exports.
accepts-containers-title = As they come
accepts-containers = ZIP, tar, gzip, Excel workbooks, whole folders, several files at once: what belongs together is put together.
formats-note = Up to 8 GB a file, read piece by piece. Several files add up, duplicates are merged.

## Ground, with files
ground-lead = { $files ->
    [one] { $files } file read, { $kept ->
        [one] { $kept } row
       *[other] { $kept } rows
    } in the study.
   *[other] { $files } files read, { $kept ->
        [one] { $kept } row
       *[other] { $kept } rows
    } in the study.
}
ground-none = Nothing is in the study yet.
ground-reading = Reading.
ground-partial = { $failed ->
    [one] One file could not be read.
   *[other] { $failed } files could not be read.
}
analyse = Analyse
see-ranking = See the ranking
card-waiting = waiting
card-reading = reading…
card-read = read
card-failed = unreadable
card-unnamed = columns to be named
card-stopped = reading interrupted
card-demo = invented data
remove-file = Remove { $name }
read-again = Read again
understood-before = I read this file as
understood-inside = In it I read
understood-after = { ": " }{ $content }.
holds-posts = { $posts ->
    [one] { $posts } post by { $authors ->
        [one] { $authors } author
       *[other] { $authors } authors
    }
   *[other] { $posts } posts by { $authors ->
        [one] { $authors } author
       *[other] { $authors } authors
    }
}
holds-ties = { $ties ->
    [one] { $ties } interaction
   *[other] { $ties } interactions
}
holds-accounts = { $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
}
holds-rows = { $seen ->
    [one] { $seen } row
   *[other] { $seen } rows
}
confidence-certain = Certain: these are the marks of that tool.
confidence-likely = Likely: its columns or fields say what they are.
confidence-guess = A guess, on the values alone.
confidence-given = Read as you decided.
confidence-remembered = Read as last time for these columns, as you asked.
check-columns = Check the columns
as-detected = Back to what was detected
question-number = “{ $sample }” in the column { $column }: which number is it?
question-date = “{ $sample }” in the column { $column }: which day is it?
question-used = read so for now
question-decimal-comma = the comma comes before the decimals
question-decimal-point = the point comes before the decimals
question-thousands-comma = the comma separates thousands
question-thousands-point = the point separates thousands
question-day-first = the day comes first
question-month-first = the month comes first
sum-seen = { $seen ->
    [one] { $seen } row seen
   *[other] { $seen } rows seen
}
sum-kept = { $kept } kept
sum-dropped = { $dropped } left out
sum-repaired = { $repaired } of them repaired
fact-posts = Posts
fact-ties = Interactions
fact-accounts = Accounts
fact-read = How it was read
fact-header = titles on line { $line }
fact-no-header = no titles
fact-separator = separator { $separator }
period-day = on { $day }
fact-following = Following
period = { $from } to { $to }
issues-title = { $count ->
    [one] { $count } remark about this file
   *[other] { $count } remarks about this file
}
severity-note = Note
severity-repaired = Repaired
severity-dropped = Left out
place = row { $row } (file line { $line })
place-row = row { $row }
places-more = and { $more } more
columns-title = Columns understood: { $used } of { $all }
columns-caption = Columns as they were understood
columns-name = Column
columns-samples = Samples
columns-role = What it is
columns-role-of = What the column { $name } is
columns-search = Search for a column
columns-chosen = your choice
sure-certain = sure
sure-likely = likely, by its title
sure-guess = guessed from the values
columns-empty = empty
columns-cut = { $shown } columns are shown out of { $all }. Search to find the others.
download-receipt = Receipt for programs (JSON)
download-receipt-csv = Receipt for spreadsheets (CSV)

## Receipt, command line
receipt-sum = { $seen } rows seen = { $kept } kept + { $dropped } left out; { $repaired } repaired

## Formats
format-posts = a table of posts
format-rtweet = tweets exported by rtweet
format-twarc-v1 = tweets collected by twarc (API v1.1)
format-twarc-v2 = tweets collected by twarc (API v2)
format-interaction-log = a log of dated interactions
format-edges = a list of ties between accounts
format-influencers = an influencer list

## Work under way
progress-label = Work under way
phase-read = Reading { $name }
phase-model = Putting accounts and posts in order
phase-text = Looking for the subject in the posts
phase-reading = Reading the posts: tone, brands, languages
phase-graph = Building the attention graph
phase-communities = Finding communities
phase-credit = Computing re-share credit
phase-authenticity = Authenticity of the engagement
phase-authority = Authority on the subject (PageRank)
phase-score = Scores and explanations
phase-uncertainty = Uncertainty of ranks
phase-value = Sources, relays and value
phase-people = Profiles of people
phase-time = Who rises and who fades
phase-effect = Observed effect after posts
phase-done = Done
progress-elapsed = { $seconds } s
progress-left = about { $seconds } s left
stalled = The computation has not answered for 15 seconds. It may still be working.
announce-reading = Reading { $name }
announce-read = { $name } read, { $kept } rows kept
announce-failed = { $name } could not be read
announce-cancelled = Reading of { $name } interrupted
announce-removed = { $name } removed
announce-analysing = Analysis started
announce-analysed = Analysis done, { $ranked } accounts ranked
announce-stopped = Stopped
announce-undone = Change undone
announce-redone = Change redone
announce-saved = File saved
announce-erased = Everything is erased

## Proof
proof-title = Nothing leaves this page
proof-lead = This page’s security policy forbids every network connection: even a mistake of ours could not send your data.
proof-check-title = Check it yourself
proof-check-1 = Cut your connection (airplane mode), then run an analysis again: everything works.
proof-check-2 = Open the developer tools, Network tab, and work: no request goes out.
proof-check-3 = Read the page’s source: the Content-Security-Policy line holds connect-src 'none'.
proof-limits-title = What this promise does not cover
proof-limit-1 = Your browser’s extensions can read any page, this one included.
proof-limit-2 = Following a post’s link opens the network’s site, which sees your visit.
proof-limit-3 = A file that you export no longer depends on this page.

## Help
method-title = The method, formula by formula
help-title = Shortcuts and help
key-search = search for an account
key-help = this help
key-escape = close the dossier or the window
key-undo = undo the last change of settings
key-redo = redo it
key-save = save the project
key-arrows = move a slider, scroll the ranking, go from neighbour to neighbour on the map
key-zoom = on the map, zoom in, zoom out, show all (Shift and an arrow move the view)
key-order = on the shortlist, move a person up or down
key-tab = go from one element to the next
help-brief-title = Writing a subject
help-brief = A comma or OR separates words of which one is enough. Quotes keep a phrase whole. A hyphen excludes a word. An asterisk stands for the ending: roast* finds roaster and roasting. Accents and capitals do not matter.

## Erase everything
erase-title = Erase everything?
erase-body = Files, settings and ranking leave this page’s memory, with the columns that this browser was asked to remember. Your files on disk are not touched.
erase-confirm = Erase everything
erase-keep = Keep

## Incidents
unavailable-title = The engine cannot start
crash-title = The computation stopped
crash-kept = Your files and settings are still here.
crash-restart = Restart analysis
error-title = That did not work
error-unknown = Unexpected error ({ $code }).
error-cancelled = Stopped.
error-study-closed = The study is closed.
error-engine-crashed = The engine met an error ({ $detail }). If your files are very large, memory may have run out.
error-engine-memory = The browser’s memory was not enough. Try fewer files, fewer columns or a shorter period.
error-engine-no-wasm = This browser does not run WebAssembly. Use a recent Firefox, Chrome, Edge or Safari.
error-engine-no-worker = This browser does not allow work in the background (workers).
error-engine-policy = The security policy of the site that holds this page blocks the engine. It lacks the directive: { $directive }
error-engine-timeout = The engine did not answer in time. The site’s security policy may block workers (worker-src blob:).
error-engine-protocol = The page and its engine are not of the same version. Reload the page.
error-file-changed = { $name } has changed since you chose it. Choose it again.
error-file-missing = { $name } cannot be found. If it was moved or renamed, choose it again.
error-file-empty = This file is empty.
error-file-blank = This file holds nothing but blanks.
error-format-unsupported = This file is { $detected }, which Sillage does not read yet. Save it as CSV or JSON.
error-limit-reached = A limit is reached: { $limit } ({ $value }).
error-memory-exhausted = Memory was not enough for { $what }. Try fewer files or a shorter period.
error-argument-invalid = Value refused for { $name }: { $given }
error-analysis-missing = The analysis has to be run first.
error-account-unknown = No account answers to { $asked }.
limit-FILE-BYTES = size of a file, in bytes
limit-FIELD-BYTES = size of a cell, in bytes
limit-RECORD-BYTES = size of a row, in bytes
limit-COLUMNS = number of columns
limit-IDS = number of accounts, posts or interactions
limit-BRIEF-BYTES = length of the subject
limit-BRIEF-TERMS = number of terms of the subject
limit-WINDOW-ROWS = number of rows asked for
memory-posts = posts
memory-accounts = accounts
memory-ties = interactions
memory-text = texts
memory-file = the file

## Networks
format-gexf = a GEXF network (Gephi)
format-graphml = a GraphML network
format-gdf = a GDF network
format-gml = a GML network
format-pajek = a Pajek network
format-ucinet = a UCINET DL network
format-metis = a METIS network
format-matrix-market = a MatrixMarket matrix
format-konect = a KONECT network
format-dgs = a GraphStream network (DGS)
format-adjacency-list = an adjacency list
format-adjacency-matrix = an adjacency matrix
format-node-link = a JSON network (nodes and links)
format-graphology = a Graphology network
format-cytoscape = a Cytoscape network
format-gephi-lite = a Gephi Lite network
format-json-graph = a JSON Graph Format network
format-networkx-edges = ties written by networkx
format-nodes = a table of nodes
detected-cascades = diffusion cascades without text
detected-totals = sums for each day, without a post or an account
issue-file-truncated = The file stops before its end: all that was whole has been read.
issue-graph-attribute-undeclared = { $count ->
    [one] { $count } value whose name the file does not declare, kept under that name.
   *[other] { $count } values whose names the file does not declare, kept under those names.
}
issue-graph-count-differs = The number of ties is not the one that the file announces.
issue-graph-direction-unknown = The file does not say whether its ties have a direction: they are read from source to target.
issue-graph-duplicate-edge = { $count ->
    [one] { $count } tie has an id that was seen before; it counts all the same.
   *[other] { $count } ties have an id that was seen before; they count all the same.
}
issue-graph-duplicate-node = { $count ->
    [one] { $count } node has an id that was seen before; it is the same account.
   *[other] { $count } nodes have an id that was seen before; they are the same accounts.
}
issue-graph-dynamic = This network changes over time: its static part is read, with the first moment of each tie.
issue-graph-element-too-long = { $count ->
    [one] { $count } element far too long, set aside.
   *[other] { $count } elements far too long, set aside.
}
issue-graph-entity = { $count ->
    [one] { $count } unknown XML entity, left as it is: nothing is ever expanded or loaded.
   *[other] { $count } unknown XML entities, left as they are: nothing is ever expanded or loaded.
}
issue-graph-hierarchy = Some nodes hold others: all are read side by side.
issue-graph-hyperedge = { $count ->
    [one] { $count } hyperedge between more than two nodes, set aside.
   *[other] { $count } hyperedges between more than two nodes, set aside.
}
issue-graph-markup = { $count ->
    [one] { $count } passage that the format does not allow, set aside.
   *[other] { $count } passages that the format does not allow, set aside.
}
issue-graph-no-id = { $count ->
    [one] { $count } node without an id.
   *[other] { $count } nodes without an id.
}
issue-graph-node-missing = { $count ->
    [one] { $count } node named by a tie but missing from the list of nodes, added.
   *[other] { $count } nodes named by ties but missing from the list of nodes, added.
}
issue-graph-nodes-not-listed = The file announces more nodes than it shows: only those with a tie are read.
issue-graph-section-ignored = { $count ->
    [one] { $count } part of the file is no network and is not read.
   *[other] { $count } parts of the file are no network and are not read.
}
issue-graph-too-deep = Some elements are nested far too deep; they are not read.
issue-graph-too-many-attributes = Some elements have far too many values; only the first are read.
issue-graph-two-sided = This network ties two kinds of nodes: their ids are kept apart.

## Streams, chats and collected JSON
format-zeeschuimer = captures made by Zeeschuimer
format-fourcat-json = captures exported by 4CAT
format-x-graphql = posts of X as its pages receive them
format-x-scraper = posts of X collected by a scraper
format-telegram = Telegram chats (Telegram Desktop)
format-discord = a Discord channel (DiscordChatExporter)
format-slack = a Slack export
format-messenger = a Messenger or Instagram conversation
format-whatsapp = a WhatsApp chat
format-bluesky-stream = a Bluesky stream (Jetstream)
format-bluesky-api = Bluesky posts (API)
format-mastodon-api = Mastodon posts (API)
format-reddit = Reddit posts and comments
format-threads-json = Threads posts
format-linkedin-json = LinkedIn posts
format-tiktok-json = TikTok videos and comments
format-instagram-json = Instagram posts and comments
format-crowdtangle-api = CrowdTangle posts (API)
format-youtube-api = YouTube videos and comments (API)
format-yt-dlp = videos described by yt-dlp
issue-author-deleted = { $count ->
    [one] { $count } contribution of a deleted account: nobody to credit.
   *[other] { $count } contributions of deleted accounts: nobody to credit.
}
issue-capture-source-unknown = { $count ->
    [one] { $count } capture of a site that Sillage does not know.
   *[other] { $count } captures of sites that Sillage does not know.
}
issue-chat-app-message = { $count ->
    [one] { $count } message posted by an app, not by a person.
   *[other] { $count } messages posted by apps, not by people.
}
issue-chat-channel = { $count ->
    [one] { $count } description of a channel, without messages.
   *[other] { $count } descriptions of channels, without messages.
}
issue-chat-service = { $count ->
    [one] { $count } service message (someone joined, a call, a new title…).
   *[other] { $count } service messages (someone joined, a call, a new title…).
}
issue-comments-not-loaded = { $count ->
    [one] { $count } group of comments that had not been loaded when the data were collected.
   *[other] { $count } groups of comments that had not been loaded when the data were collected.
}
issue-date-order = { $count ->
    [one] { $count } date whose day and month were put in the file’s order.
   *[other] { $count } dates whose days and months were put in the file’s order.
}
issue-event-deletion = { $count ->
    [one] { $count } deletion, which says nothing else.
   *[other] { $count } deletions, which say nothing else.
}
issue-event-not-used = { $count ->
    [one] { $count } event without a post or a tie between accounts.
   *[other] { $count } events without a post or a tie between accounts.
}
issue-post-unavailable = { $count ->
    [one] { $count } post deleted, hidden or restricted: only a notice is left.
   *[other] { $count } posts deleted, hidden or restricted: only a notice is left.
}
issue-counts-only = { $count ->
    [one] { $count } count of posts in a period: a total, without author or text.
   *[other] { $count } counts of posts in periods: totals, without authors or texts.
}
issue-chat-no-replies = This export does not say who answers whom: only authors, mentions and reactions are known.

## Tables of known tools
format-twarc-csv = tweets converted by twarc-csv
format-minet = tweets collected by minet or gazouilloire
format-dmi-tcat = tweets exported by DMI-TCAT
format-tags = tweets archived by TAGS
format-four-cat = posts exported by 4CAT
format-brandwatch = mentions exported from Brandwatch
format-talkwalker = results exported from Talkwalker
format-meltwater = documents exported from Meltwater
format-crowdtangle = posts exported from CrowdTangle
format-sprout = post performance from Sprout Social
format-linkedin-page = analytics of a LinkedIn page
format-linkedin-connections = LinkedIn connections
format-youtube-data-tools = a table of YouTube Data Tools
format-youtube-studio = a table of YouTube Studio
format-youtube-takeout = YouTube comments (Google Takeout)
format-netlytic = messages collected by Netlytic
format-mastodon-list = a list of Mastodon accounts
format-contacts = a contact list
role-tagged = accounts tagged, or co-authors
role-reaction = reaction (added to the likes)
role-likes-hidden = likes hidden
role-outlet = medium or site
role-value = customer value
role-orders = number of orders
role-cost = price or cost
role-first-name = first name
role-last-name = last name
role-email = e-mail address (left out)
role-repost-of-url = address of the post passed on
role-reply-to-url = address of the post commented on
role-quote-of-url = address of the post quoted
issue-posts-own = No column names an author: the posts are taken as those of your own channel.
issue-counts-of-days = Figures of single days are left out: they are no totals of a video.
issue-time-approximate = { $count ->
    [one] Dates are worked out from words such as “2 weeks ago”: they are approximate.
   *[other] The dates of { $count } files are approximate.
}
issue-value-by-order = { $count ->
    [one] A list has a row for each order: what a customer is worth is left unknown. Add the amounts up by customer to use them.
   *[other] { $count } lists have a row for each order: what a customer is worth is left unknown. Add the amounts up by customer to use them.
}
issue-email-left-out = { $count ->
    [one] The e-mail addresses of one column stay out of the study.
   *[other] The e-mail addresses of { $count } columns stay out of the study.
}
issue-email-as-key = { $count ->
    [one] With no other identifier, contacts are known by their e-mail addresses.
   *[other] With no other identifier, { $count } files know contacts by their e-mail addresses.
}
issue-row-counts = The first line counts nodes and ties; it is no tie.

## Personal archives
format-x-archive = a personal archive of X
format-instagram-archive = a download from Instagram
format-facebook-archive = a download from Facebook
format-tiktok-archive = a download from TikTok
format-tiktok-text = a download from TikTok (text)
format-mastodon-archive = a personal archive of Mastodon
format-linkedin-archive = a personal archive of LinkedIn
format-reddit-archive = data requested from Reddit
format-youtube-archive = YouTube data (Google Takeout)
skipped-entry-private = Private messages, searches, history: nobody else’s business
skipped-entry-not-needed = Settings and other files that say nothing of an audience
skipped-entry-html-list = Web pages: ask for the download in JSON format
issue-archive-private = { $count ->
    [one] { $count } private item (message, bookmark, close friend) is left out.
   *[other] { $count } private items (messages, bookmarks, close friends) are left out.
}
issue-archive-private-left = { $count ->
    [one] What the person watched, searched for or wrote in private is not read.
   *[other] In { $count } files, what the person watched, searched for or wrote in private is not read.
}
issue-archive-not-audience = { $count ->
    [one] { $count } item says nothing of an audience.
   *[other] { $count } items say nothing of an audience.
}
issue-like-author-unknown = { $count ->
    [one] { $count } like is of a post whose author is not named here: it counts as soon as another file names them.
   *[other] { $count } likes are of posts whose authors are not named here: they count as soon as another file names them.
}
issue-like-no-author = { $count ->
    [one] { $count } reaction does not say whom it was for.
   *[other] { $count } reactions do not say whom they were for.
}

# Archives, compressed files and workbooks
format-zip = a ZIP archive
format-tar = a tar archive
format-gzip = a compressed file
format-workbook = an Excel workbook
format-folder = a folder
error-archive-empty = This archive holds no file.
error-archive-encrypted = This archive is protected by a password. Unpack it first, then drop the files inside.
error-archive-multidisk = This archive is split over several files. Put it together first, then drop it whole.
error-archive-truncated = The end of this archive is missing: the download was probably cut. Download it again.
error-archive-damaged = This archive is damaged. Download it again, or unpack it and drop the files inside.
error-archive-overlap = The files inside this archive share their bytes, as no honest archive does: it is refused.
error-archive-unsupported = This is { $detail }, which Sillage does not open. Unpack it and drop the files inside.
error-archive-nothing-read = { $entries ->
    [one] The { $entries } file inside is not one that Sillage reads.
   *[other] None of the { $entries } files inside is one that Sillage reads.
}
error-archive-crashed = The reader of archives met an error on this file ({ $detail }). What was read before is unharmed.
error-archive-memory = The browser’s memory was not enough to open this file. Unpack it and drop the files inside.
error-workbook-encrypted = This workbook is protected by a password. Save it without one, then drop it again.
error-workbook-damaged = This workbook is damaged. Open it and save it again as xlsx or CSV.
error-workbook-unsupported = This is { $detail }, which Sillage does not open. Save it as xlsx or CSV.
error-entry-encrypted = Protected by a password: unpack it first.
error-entry-method = Packed with { $detail }, which Sillage does not open: unpack the archive and drop the files inside.
error-entry-damaged = Damaged inside the archive.
error-entry-truncated = Cut inside the archive.
error-entry-bomb = It would grow to more than { $detail } times its size: stopped.
skipped-entry-path = Names that lead out of the archive
skipped-entry-nested = Archives inside an archive that was itself inside one
skipped-entry-empty = Empty files
skipped-entry-chart = Sheets without cells
skipped-entry-hidden = Hidden sheets
issue-archive-truncated = The end of the file is missing: everything before it was read.
issue-archive-part-missing = { $count ->
    [one] { $count } file that should be in this archive is missing.
   *[other] { $count } files that should be in this archive are missing.
}
issue-workbook-error-cells = { $count ->
    [one] { $count } cell holds an error (such as #N/A) and is read as empty.
   *[other] { $count } cells hold an error (such as #N/A) and are read as empty.
}
issue-workbook-outside-grid = { $count ->
    [one] { $count } cell lies outside of any sheet and is left out.
   *[other] { $count } cells lie outside of any sheet and are left out.
}
detected-xlsb = a binary Excel workbook
detected-pptx = a PowerPoint presentation
detected-ppt = an old PowerPoint presentation
detected-doc = an old Word document
detected-msg = an Outlook message
detected-numbers = a Numbers workbook
detected-lz4 = an LZ4 file
detected-compress = an old compressed file (.Z)
detected-cab = a CAB archive
limit-ARCHIVE-BYTES = size of an archive’s content
limit-ENTRY-BYTES = size of a file inside an archive
limit-ARCHIVE-ENTRIES = number of files read in an archive
limit-ARCHIVE-LISTED = number of files in an archive
limit-NESTED-BYTES = size of an archive inside an archive
limit-WORKBOOK-HELD-BYTES = size of a workbook’s texts
limit-WORKBOOK-CELLS = number of cells of a workbook
issue-graph-not-people = { $count ->
    [one] { $count } node is no person, by its own type; it is kept like the others.
   *[other] { $count } nodes are no people, by their own type; they are kept like the others.
}

## Audiences: the map, communities, interests, time
screen-audiences = Audiences
