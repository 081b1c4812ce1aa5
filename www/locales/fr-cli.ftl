### La ligne de commande.

## Reçu, ligne de commande
receipt-content = { $posts } posts, { $ties } interactions, { $selfTies } d’un compte avec lui-même
receipt-period = du { $from } au { $to }
receipt-place = ligne { $row } (ligne { $line } du fichier)

## Ligne de commande
cli-file = { $name } :
cli-see-help = Voir sillage --help
cli-help =
    Sillage : qui fait vraiment bouger une audience, à partir d’exports.

    sillage rank FICHIER…      classe les comptes
    sillage receipt FICHIER…   dit ce que deviennent les lignes
    sillage explain FICHIER… --account COMPTE   explique un score
    sillage team FICHIER…      propose qui recruter ensemble
    sillage backtest FICHIER…  dit si le classement du début annonçait la suite

      --objective none|awareness|consideration|conversion
      --brief "MOTS"           sujet : mots, "expressions", -exclusions, #tags, préfixe*
      --from DATE --to DATE    seulement [from, to), UTC
      --half-life auto|none|JOURS
      --sort score|credit
      --top N                  20 par défaut
      --format table|csv|xlsx|json|gexf|graphml
      --opt-out FICHIER        personnes à ne faire figurer nulle part, une par ligne
      --pseudonyms             aucun nom dans les fichiers : « Influenceur 001 »
      --key FICHIER            de même, et qui est derrière chaque numéro, dans un fichier à part
      --json, --csv            comme --format json, --format csv
      --out FICHIER            écrit dans un fichier
      --receipt                reçus complets sur la sortie d’erreur
      --lang fr|en
      --help, --version

    Pour team seulement :
      --size N                 nombre de personnes au plus, 10 par défaut
      --budget MONTANT         ce qu’elles peuvent coûter ensemble
      --costs nano=100,micro=800   coûts par taille, pour qui n’en a pas dans les fichiers
      --must-have COMPTES --exclude COMPTES --competitors COMPTES   séparés par des virgules
      --min-authenticity 0…100 --per-community N
      --model independentCascade|linearThreshold|creditDistribution
      --probabilities auto|learned|weightedCascade
      --hops N|none            repartages à la suite, 3 par défaut
      --messages N             messages publiés par chacun, 10 par défaut
      --seconds N --seed N     temps de recherche, et tirage

    Codes de sortie : 0 réussi, 1 échec, 2 commande mal écrite, 130 interrompu.
error-usage-command = Commande inconnue : { $given }
error-usage-files = { $command } : donnez au moins un fichier.
error-usage-account = explain : dites quel compte, avec --account.
error-usage-option = Option inconnue ou incomplète : { $given }
error-usage-value = { $option } : { $given } refusé. Attendu : { $expected }
