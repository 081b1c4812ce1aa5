### The command line.

## Receipt, command line
receipt-content = { $posts } posts, { $ties } interactions, { $selfTies } of an account with itself
receipt-period = { $from } to { $to }
receipt-place = row { $row } (file line { $line })

## Command line
cli-file = { $name }:
cli-see-help = See sillage --help
cli-help =
    Sillage: who really moves an audience, from exports.

    sillage rank FILE…      ranks the accounts
    sillage receipt FILE…   says what becomes of the rows
    sillage explain FILE… --account HANDLE   explains a score
    sillage team FILE…      proposes whom to recruit together
    sillage backtest FILE…  says whether the ranking of the early part foretold the later part

      --objective none|awareness|consideration|conversion
      --brief "WORDS"          subject: words, "phrases", -exclusions, #tags, prefix*
      --from DATE --to DATE    only [from, to), UTC
      --half-life auto|none|DAYS
      --sort score|credit
      --top N                  20 by default
      --format table|csv|xlsx|json|gexf|graphml
      --opt-out FILE           people to leave out of everything, one a line
      --pseudonyms             no names in files: “Influencer 001”
      --key FILE               the same, and who is behind each number, in a file of its own
      --json, --csv            the same as --format json, --format csv
      --out FILE               writes to a file
      --receipt                whole receipts on standard error
      --lang fr|en
      --help, --version

    Of team alone:
      --size N                 people at the most, 10 by default
      --budget AMOUNT          what they may cost together
      --costs nano=100,micro=800   costs by size, for whom the files give none
      --must-have HANDLES --exclude HANDLES --competitors HANDLES   separated by commas
      --min-authenticity 0…100 --per-community N
      --model independentCascade|linearThreshold|creditDistribution
      --probabilities auto|learned|weightedCascade
      --hops N|none            re-shares in a row, 3 by default
      --messages N             messages that each publishes, 10 by default
      --seconds N --seed N     how long to search, and the draw

    Exit codes: 0 done, 1 failed, 2 badly written command, 130 interrupted.
error-usage-command = Unknown command: { $given }
error-usage-files = { $command }: give at least one file.
error-usage-account = explain: say which account, with --account.
error-usage-option = Unknown or incomplete option: { $given }
error-usage-value = { $option }: { $given } refused. Expected: { $expected }
