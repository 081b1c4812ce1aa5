# What leaves the study, and who does not.
out-title = Export
out-lead = Files are made on this device. What you save is yours to keep safe.
out-nothing = Once files are analysed, tables, networks and the report are here. Your work can be saved at any time.
out-stale = The result is being computed again: what you save now is the one before.
out-who = Whom the files hold
out-who-all = Everybody who is ranked ({ $ranked })
out-who-all-help = In network files, accounts with too few data as well.
out-who-shown = Those the table shows now
out-who-shown-help = With its search, its filters and its order.
out-floor = Followers, at least
out-floor-help = Leaves small accounts out of the files. Empty: no limit.
out-names = Names
out-named = As they are
out-named-help = Handles, names and addresses of profiles.
out-pseudonyms = Pseudonyms
out-pseudonyms-help = “Influencer 001” is the first of the ranking. No handle, name, link, text or post number. Exact figures may still give somebody away.
out-key = Save the key to the pseudonyms
out-key-help = Who is behind each number. Keep it apart from the files.
out-read = To read
out-purpose = Purpose
out-purpose-help = Said in the report and in the workbook. May stay empty.
out-top = People in detail
out-use = To work with
out-dialect = Tables for
dialect-fr = French spreadsheets (; and decimal comma)
dialect-en = English spreadsheets (, and decimal point)
dialect-machine = Programs (codes, no guard against formulas)
out-work = To go on later
out-kind-report = Report (HTML)
out-kind-print = Print, or PDF
out-kind-xlsx = Workbook (XLSX)
out-kind-csv = Table (CSV)
out-kind-json = Result (JSON)
out-kind-gexf = Network (GEXF)
out-kind-graphml = Network (GraphML)
out-kind-project = Project…
out-kind-link = Copy a link
out-about-report = One file that opens anywhere, without script or connection: findings, people and why, communities, sources, limits.
out-about-print = The same report through your browser’s print window, on A4.
out-about-xlsx = The ranking, and a sheet of sources and method. Numbers are numbers, and nothing is a formula.
out-about-csv = The ranking for any spreadsheet, in the form chosen above.
out-about-json = Settings, summary and ranking, for programs.
out-about-gexf = For Gephi and Gephi Lite, with everything known of each account.
out-about-graphml = For networkx, igraph, yEd and others.
out-about-project = Settings, shortlist and relations, with the data or without.
out-about-link = Objective, weights, words and dates, in an address. No data, no list of people, no handle.
link-copied = Link copied. It holds your settings, and nobody’s data.
link-copied-without = Link copied, without the words of the brief that name an account.
link-here = Your browser does not allow copying. Here is the address: { $address }
sheet-ranking = Ranking
sheet-notes = Sources and method
pseudonym-word = Influencer
file-key = key-to-pseudonyms
file-report = report
file-pseudonyms = pseudonyms
key-pseudonym = Pseudonym
key-handle = Account
key-name = Name
key-platform = Network
key-id = Identifier
opt-out-title = People who asked to be left out
opt-out-lead = Whoever objected is left out of everything: ranking, profiles, map, teams, reports, exports.
opt-out-how = Their posts, what only repeats them and their ties are removed before anything is computed, rather than kept under another name: a nameless point among known neighbours is easy to recognise. In what others write, their name is covered: @•••.
opt-out-label = Handles, or addresses of profiles
opt-out-help = One a line. Capitals and @ do not count, and a handle counts on every network. A file can be dropped here.
opt-out-prints = { $count ->
    [one] One more person is on the list as a fingerprint, without a name.
   *[other] { $count } more people are on the list as fingerprints, without names.
}
opt-out-forget = Take them off the list
opt-out-apply = Apply
opt-out-file = Add a file…
opt-out-hash = Keep fingerprints only
opt-out-kept = Applied again to every file that you add. A project keeps the list as fingerprints, never the names: somebody who guesses a name can check it, nobody can read it. A project with its data still holds the files as they are. Nothing is changed in your own files.
opt-out-change = Leave people out
opt-out-nobody = Nobody has asked to be left out.
opt-out-same = The list is the same.
opt-out-applied = { $count ->
    [0] The list is empty: everybody is back.
    [one] One entry holds. The result is computed again.
   *[other] { $count } entries hold. The result is computed again.
}
opt-out-will = { $count ->
    [0] The list is empty.
    [one] One entry on the list. It will hold from the next analysis on.
   *[other] { $count } entries on the list. They will hold from the next analysis on.
}
opt-out-hashed = { $count ->
    [one] One entry is a fingerprint now.
   *[other] { $count } entries are fingerprints now.
}
opt-out-read = { $count ->
    [one] One entry read. Check it, then apply.
   *[other] { $count } entries read. Check them, then apply.
}
opt-out-found = { $found ->
    [0] Of { $asked } on the list, nobody is in these files.
    [one] Of { $asked } on the list, one is in these files and left out.
   *[other] Of { $asked } on the list, { $found } are in these files and left out.
}
opt-out-gone = Accounts removed: { $accounts }. Posts: { $posts }. Ties: { $ties }. Texts of others with a name covered: { $covered }.
error-opt-out-unavailable = The list of people who asked to be left out cannot be saved without their names here: the engine is not running, or the page was not opened over https or from a file. Nothing was saved.
csv-left-out = People left out at their own wish
report-title = Who moves this audience
report-made = Made on
report-data = Data
report-counts = { $accounts } accounts, { $posts } posts, { $ties } ties
report-brief = Subject
report-none = None
report-window = Period that counts
report-window-all = Everything in the files
report-method = Method
report-hash = Fingerprint of the result
report-left-out = Left out at their own wish
report-names = Names
report-pseudonyms = Replaced by numbers in the order of the ranking; the key is kept apart.
report-running = { $files ->
    [one] One file, { $date }, method { $version }
   *[other] { $files } files, { $date }, method { $version }
}
report-findings = What stands out
report-no-findings = These data do not allow a general statement.
report-people = { $count ->
    [one] The first account
   *[other] The first { $count } accounts
}
report-interval = Rank, 9 times in 10
report-ranks = { $low } to { $high }
report-evidence-count = Posts: { $posts }. People who react: { $people }.
report-why = Why they are here
report-unknown = Not known here: { $factors }.
report-circles = Communities
report-circle = Community
report-size = Accounts
report-central = At the centre
report-interests = Also talks about
report-team = Shortlist
report-stage = Stage
report-cost = Cost
report-cannot = What these data cannot tell
report-limit-sample = Everything here is said among the { $accounts } accounts of these files. Whoever is not in them is not judged.
report-limit-cause = To be passed on is associated with influence; it does not prove that somebody changed their mind.
report-limit-people = No score says what a person is worth. Before a decision, read their posts and talk to them.
report-basis = Sources and method
report-method-note = The same files, settings and method give the same fingerprint, on every machine. Formulas: docs/method.md of Sillage.
report-file = File { $number }
report-rows = { $seen } rows, { $kept } kept, { $dropped } left out
report-fingerprint = fingerprint { $fingerprint }
studies-title = Studies open beside this one
studies-note = None. Start another one without losing this one, and go from one to the other.
study-untitled = Study without files
study-beside = Another study beside this one
study-holds = { $files ->
    [0] no file
    [one] one file
   *[other] { $files } files
}
study-accounts = { $accounts } accounts
study-unsaved = not saved
study-go = Go to it
study-close = Close { $name }
study-close-sure = Close without saving
study-lose = What is not saved of it would be lost.
announce-study-fresh = New study. The other one stays open.
announce-study-opened = { $name } is on screen.
announce-study-closed = Study closed.
