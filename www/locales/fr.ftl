### Sillage, en français. Espaces insécables : U+00A0 avant « : » et « % », U+202F avant « ; ! ? » et dans les guillemets.

## Page
skip = Aller au contenu
nav-label = Étapes
screen-ground = Terrain
screen-objective = Objectif
screen-influencers = Influenceurs
screen-team = Équipe
screen-measure = Mesure
language-label = Langue
theme-label = Apparence : { $theme }
theme-auto = selon l’appareil
theme-light = claire
theme-dark = sombre
undo = Annuler la dernière modification
redo = Rétablir
help = Aide et raccourcis
export = Exporter
project = Projet : nouveau, ouvrir, enregistrer
erase = Tout effacer
close = Fermer
retry = Réessayer
cancel = Annuler
stop = Arrêter
remove = Retirer
offline-badge = Hors ligne
offline-badge-more = · rien n’est envoyé
footer-promise = Tout est calculé dans ce navigateur. Aucune donnée n’est envoyée.
footer-method = Méthode { $version }
file-ranking = classement
file-receipt = recu
pasted-name = collage

## Terrain, avant les fichiers
hero-title = Qui fait vraiment bouger votre audience ?
hero-lead = Déposez l’export que vous avez déjà : posts, partages, réponses, listes d’influenceurs. Sillage retrouve les personnes dont la parole circule, les classe et dit pourquoi, post par post. Vos données restent dans ce navigateur.
choose-files = Choisir des fichiers
add-files = Ajouter des fichiers
try-demo = Essayer avec des données d’exemple
drop-hint = Vous pouvez aussi déposer des fichiers, une archive ZIP ou un dossier entier n’importe où sur cette page, ou coller un tableau.
drop-here = Déposez vos fichiers ici
how-label = Comment ça marche
how-1-title = Vos exports, tels quels
how-1 = Outils de veille, archives de réseaux, tableurs, JSON, graphes : le format, l’encodage et les colonnes sont reconnus à leur contenu. Chaque ligne écartée est comptée et expliquée.
how-2-title = L’effet, pas la taille
how-2 = Un compte pèse par le nombre de personnes différentes qui reprennent ce qu’il dit, pas par son nombre d’abonnés. Les échanges de bons procédés comptent peu.
how-3-title = Un score qui se défend
how-3 = Chaque score se décompose exactement en portée, pertinence et résonance, et s’ouvre sur les posts qui le fondent.
choose-folder = Choisir un dossier entier
add-folder = Ajouter un dossier
paste-title = Ou collez un tableau, ou des lignes
paste-placeholder = { "" }auteur	texte	date
    marie	…	02/03/2026
paste-read = Lire ce qui est collé
paste-wrong = Un tableau a au moins deux lignes : les noms des colonnes, puis les données. Copiez les cellules de votre tableur et collez-les ici.
formats-title = Quels fichiers puis-je déposer ?
accepts-listening-title = Outils de veille
accepts-listening = Brandwatch, Talkwalker, Meltwater, Sprout Social, CrowdTangle, et les exports des autres outils, reconnus à leurs colonnes.
accepts-networks-title = Vos propres archives
accepts-networks = Le téléchargement de vos données X, Instagram, Facebook, TikTok, LinkedIn, YouTube, Mastodon ; les statistiques de page LinkedIn.
accepts-collected-title = Collectes de recherche
accepts-collected = twarc, rtweet, minet, DMI-TCAT, TAGS, 4CAT, Zeeschuimer, YouTube Data Tools, Jetstream de Bluesky, archives Reddit.
accepts-tables-title = N’importe quel tableau
accepts-tables = CSV, TSV ou Excel avec un auteur et un texte ou une date, en français, anglais, espagnol, allemand ou portugais. D’autres colonnes ? Vous dites ce qu’elles sont.
accepts-graphs-title = Réseaux
accepts-graphs = GEXF, GraphML, GDF, GML, Pajek, UCINET, METIS, Matrix Market, NodeXL, JSON ; listes de liens, journaux d’interactions.
accepts-people-title = Listes de personnes
accepts-people = Listes d’influenceurs avec abonnés et taux ; fichiers clients et annuaires internes (nom, compte, e-mail).
accepts-chats-title = Conversations
accepts-chats = Exports de Telegram, Discord, Slack et WhatsApp.
accepts-containers-title = Comme ils viennent
accepts-containers = ZIP, tar, gzip, classeurs Excel, dossiers entiers, plusieurs fichiers à la fois : ce qui va ensemble est remis ensemble.
formats-note = Jusqu’à 8 Go par fichier, lus par morceaux. Plusieurs fichiers s’additionnent, les doublons sont fusionnés.

## Terrain, avec des fichiers
ground-lead = { $files ->
    [one] { $files } fichier lu, { $kept ->
        [one] { $kept } ligne
       *[other] { $kept } lignes
    } dans l’étude.
   *[other] { $files } fichiers lus, { $kept ->
        [one] { $kept } ligne
       *[other] { $kept } lignes
    } dans l’étude.
}
ground-none = Rien n’est encore dans l’étude.
ground-reading = Lecture en cours.
ground-partial = { $failed ->
    [one] Un fichier n’a pas pu être lu.
   *[other] { $failed } fichiers n’ont pas pu être lus.
}
analyse = Analyser
see-ranking = Voir le classement
card-waiting = en attente
card-reading = lecture…
card-read = lu
card-failed = illisible
card-unnamed = colonnes à décrire
card-stopped = lecture interrompue
card-demo = données inventées
remove-file = Retirer { $name }
read-again = Relire
understood-before = J’ai lu ce fichier comme
understood-inside = J’y ai lu
understood-after = { " : " }{ $content }.
holds-posts = { $posts ->
    [one] { $posts } post { $authors ->
        [one] d’un seul auteur
       *[other] de { $authors } auteurs
    }
   *[other] { $posts } posts { $authors ->
        [one] d’un seul auteur
       *[other] de { $authors } auteurs
    }
}
holds-ties = { $ties ->
    [one] { $ties } interaction
   *[other] { $ties } interactions
}
holds-accounts = { $accounts ->
    [one] { $accounts } compte
   *[other] { $accounts } comptes
}
holds-rows = { $seen ->
    [one] { $seen } ligne
   *[other] { $seen } lignes
}
confidence-certain = Certain : ce sont les marques de cet outil.
confidence-likely = Probable : ses colonnes ou ses champs disent ce qu’ils sont.
confidence-guess = Deviné, sur les seules valeurs.
confidence-given = Lu comme vous l’avez décidé.
confidence-remembered = Lu comme la dernière fois pour ces colonnes, à votre demande.
check-columns = Vérifier les colonnes
as-detected = Revenir à la lecture automatique
question-number = « { $sample } » dans la colonne { $column } : quel nombre est-ce ?
question-date = « { $sample } » dans la colonne { $column } : quel jour est-ce ?
question-used = lu ainsi pour l’instant
question-decimal-comma = la virgule précède les décimales
question-decimal-point = le point précède les décimales
question-thousands-comma = la virgule sépare les milliers
question-thousands-point = le point sépare les milliers
question-day-first = le jour vient d’abord
question-month-first = le mois vient d’abord
sum-seen = { $seen ->
    [one] { $seen } ligne vue
   *[other] { $seen } lignes vues
}
sum-kept = { $kept ->
    [one] { $kept } gardée
   *[other] { $kept } gardées
}
sum-dropped = { $dropped ->
    [one] { $dropped } écartée
   *[other] { $dropped } écartées
}
sum-repaired = { $repaired ->
    [one] dont { $repaired } réparée
   *[other] dont { $repaired } réparées
}
fact-posts = Posts
fact-ties = Interactions
fact-accounts = Comptes
fact-read = Comment il a été lu
fact-header = titres en ligne { $line }
fact-no-header = sans titres
fact-separator = séparateur { $separator }
period-day = le { $day }
fact-following = Abonnements
period = du { $from } au { $to }
issues-title = { $count ->
    [one] { $count } remarque sur ce fichier
   *[other] { $count } remarques sur ce fichier
}
severity-note = À savoir
severity-repaired = Réparé
severity-dropped = Écarté
place = ligne { $row } (ligne { $line } du fichier)
place-row = ligne { $row }
places-more = et { $more } de plus
columns-title = Colonnes comprises : { $used } sur { $all }
columns-caption = Colonnes telles qu’elles ont été comprises
columns-name = Colonne
columns-samples = Exemples
columns-role = Ce que c’est
columns-role-of = Ce qu’est la colonne { $name }
columns-search = Chercher une colonne
columns-chosen = votre choix
sure-certain = sûr
sure-likely = probable, d’après son titre
sure-guess = deviné sur les valeurs
columns-empty = vide
columns-cut = { $shown } colonnes affichées sur { $all }. Cherchez pour trouver les autres.
download-receipt = Reçu pour programmes (JSON)
download-receipt-csv = Reçu pour tableur (CSV)

## Reçu, ligne de commande
receipt-sum = { $seen } lignes vues = { $kept } gardées + { $dropped } écartées ; { $repaired } réparées

## Formats
format-posts = un tableau de posts
format-rtweet = des tweets exportés par rtweet
format-twarc-v1 = des tweets collectés par twarc (API v1.1)
format-twarc-v2 = des tweets collectés par twarc (API v2)
format-interaction-log = un journal d’interactions datées
format-edges = une liste de liens entre comptes
format-influencers = une liste d’influenceurs

## Travail en cours
progress-label = Travail en cours
phase-read = Lecture de { $name }
phase-model = Mise en ordre des comptes et des posts
phase-text = Recherche du sujet dans les posts
phase-reading = Lecture des posts : ton, marques, langues
phase-graph = Construction du graphe d’attention
phase-communities = Recherche des communautés
phase-credit = Calcul du crédit de reprise
phase-authenticity = Authenticité de l’engagement
phase-authority = Autorité sur le sujet (PageRank)
phase-score = Scores et explications
phase-uncertainty = Incertitude des rangs
phase-value = Sources, relais et valeur
phase-people = Profils des personnes
phase-time = Qui monte et qui s’efface
phase-effect = Effet observé après les posts
phase-done = Terminé
progress-elapsed = { $seconds } s
progress-left = encore { $seconds } s environ
stalled = Le calcul ne répond plus depuis 15 secondes. Il travaille peut-être encore.
announce-reading = Lecture de { $name }
announce-read = { $name } lu, { $kept } lignes gardées
announce-failed = { $name } n’a pas pu être lu
announce-cancelled = Lecture de { $name } interrompue
announce-removed = { $name } retiré
announce-analysing = Analyse commencée
announce-analysed = Analyse terminée, { $ranked } comptes classés
announce-stopped = Arrêté
announce-undone = Modification annulée
announce-redone = Modification rétablie
announce-saved = Fichier enregistré
announce-erased = Tout est effacé

## Preuve
proof-title = Rien ne quitte cette page
proof-lead = La politique de sécurité de cette page interdit toute connexion réseau : même une erreur de notre part ne pourrait pas envoyer vos données.
proof-check-title = Vérifiez vous-même
proof-check-1 = Coupez votre connexion (mode avion), puis refaites une analyse : tout marche.
proof-check-2 = Ouvrez les outils de développement, onglet Réseau, et travaillez : aucune requête ne part.
proof-check-3 = Lisez la source de la page : la ligne Content-Security-Policy contient connect-src 'none'.
proof-limits-title = Ce que cette promesse ne couvre pas
proof-limit-1 = Les extensions de votre navigateur peuvent lire toute page, celle-ci comprise.
proof-limit-2 = Suivre le lien d’un post ouvre le site du réseau, qui voit votre visite.
proof-limit-3 = Un fichier que vous exportez ne dépend plus de cette page.

## Aide
method-title = La méthode, formule par formule
help-title = Raccourcis et aide
key-search = chercher un compte
key-help = cette aide
key-escape = fermer la fiche ou la fenêtre
key-undo = annuler la dernière modification des réglages
key-redo = la rétablir
key-save = enregistrer le projet
key-arrows = bouger un curseur, faire défiler le classement, aller de voisin en voisin sur la carte
key-zoom = sur la carte, approcher, éloigner, tout montrer (Maj et une flèche déplacent la vue)
key-order = dans la sélection, monter ou descendre une personne
key-tab = passer d’un élément au suivant
help-brief-title = Écrire un sujet
help-brief = Une virgule ou OR sépare des mots dont un suffit. Les guillemets gardent une expression entière. Un tiret exclut un mot. Un astérisque remplace la fin : torréf* trouve torréfacteur et torréfaction. Les accents et les majuscules ne comptent pas.

## Tout effacer
erase-title = Tout effacer ?
erase-body = Les fichiers, les réglages et le classement quittent la mémoire de cette page, avec les colonnes dont ce navigateur devait se souvenir. Vos fichiers sur le disque ne sont pas touchés.
erase-confirm = Tout effacer
erase-keep = Garder

## Incidents
unavailable-title = Le moteur de calcul ne peut pas démarrer
crash-title = Le calcul s’est arrêté
crash-kept = Vos fichiers et vos réglages sont toujours là.
crash-restart = Relancer l’analyse
error-title = Ça n’a pas marché
error-unknown = Erreur inattendue ({ $code }).
error-cancelled = Arrêté.
error-study-closed = L’étude est fermée.
error-engine-crashed = Le moteur a rencontré une erreur ({ $detail }). Si vos fichiers sont très gros, la mémoire a pu manquer.
error-engine-memory = La mémoire du navigateur n’a pas suffi. Essayez avec moins de fichiers, moins de colonnes ou une période plus courte.
error-engine-no-wasm = Ce navigateur n’exécute pas WebAssembly. Utilisez une version récente de Firefox, Chrome, Edge ou Safari.
error-engine-no-worker = Ce navigateur n’autorise pas les calculs en arrière-plan (workers).
error-engine-policy = La politique de sécurité du site qui contient cette page bloque le moteur. Il lui manque la directive : { $directive }
error-engine-timeout = Le moteur n’a pas répondu à temps. La politique de sécurité du site bloque peut-être les workers (worker-src blob:).
error-engine-protocol = La page et son moteur ne sont pas de la même version. Rechargez la page.
error-file-changed = { $name } a changé depuis que vous l’avez choisi. Choisissez-le de nouveau.
error-file-missing = { $name } est introuvable. S’il a été déplacé ou renommé, choisissez-le de nouveau.
error-file-empty = Ce fichier est vide.
error-file-blank = Ce fichier ne contient que des espaces.
error-format-unsupported = Sillage ne lit pas encore ce type de fichier ({ $detected }). Enregistrez-le en CSV ou en JSON.
error-limit-reached = Une limite est atteinte : { $limit } ({ $value }).
error-memory-exhausted = La mémoire n’a pas suffi pour { $what }. Essayez avec moins de fichiers ou une période plus courte.
error-argument-invalid = Valeur refusée pour { $name } : { $given }
error-analysis-missing = Il faut d’abord lancer l’analyse.
error-account-unknown = Aucun compte ne répond au nom de { $asked }.
limit-FILE-BYTES = taille d’un fichier, en octets
limit-FIELD-BYTES = taille d’une cellule, en octets
limit-RECORD-BYTES = taille d’une ligne, en octets
limit-COLUMNS = nombre de colonnes
limit-IDS = nombre de comptes, de posts ou d’interactions
limit-BRIEF-BYTES = longueur du sujet
limit-BRIEF-TERMS = nombre de termes du sujet
limit-WINDOW-ROWS = nombre de lignes demandées
memory-posts = les posts
memory-accounts = les comptes
memory-ties = les interactions
memory-text = les textes
memory-file = le fichier

## Réseaux
format-networkx-edges = liens écrits par networkx
format-gexf = un réseau GEXF (Gephi)
format-graphml = un réseau GraphML
format-gdf = un réseau GDF
format-gml = un réseau GML
format-pajek = un réseau Pajek
format-ucinet = un réseau UCINET DL
format-metis = un réseau METIS
format-matrix-market = une matrice MatrixMarket
format-konect = un réseau KONECT
format-dgs = un réseau GraphStream (DGS)
format-adjacency-list = une liste d’adjacence
format-adjacency-matrix = une matrice d’adjacence
format-node-link = un réseau JSON (nœuds et liens)
format-graphology = un réseau Graphology
format-cytoscape = un réseau Cytoscape
format-gephi-lite = un réseau Gephi Lite
format-json-graph = un réseau JSON Graph Format
format-nodes = une table de nœuds
detected-cascades = cascades de diffusion sans texte
detected-totals = des sommes par jour, sans post ni compte
issue-file-truncated = Le fichier s’arrête avant la fin : tout ce qui était entier a été lu.
issue-graph-attribute-undeclared = { $count ->
    [one] { $count } valeur dont le fichier ne déclare pas le nom, gardée sous ce nom.
   *[other] { $count } valeurs dont le fichier ne déclare pas le nom, gardées sous ce nom.
}
issue-graph-count-differs = Le nombre de liens n’est pas celui que le fichier annonce.
issue-graph-direction-unknown = Le fichier ne dit pas si ses liens ont un sens : ils sont lus de la source vers la cible.
issue-graph-duplicate-edge = { $count ->
    [one] { $count } lien porte un identifiant déjà vu ; il compte quand même.
   *[other] { $count } liens portent un identifiant déjà vu ; ils comptent quand même.
}
issue-graph-duplicate-node = { $count ->
    [one] { $count } nœud porte un identifiant déjà vu ; c’est le même compte.
   *[other] { $count } nœuds portent un identifiant déjà vu ; c’est le même compte.
}
issue-graph-dynamic = Ce réseau change dans le temps : sa partie fixe est lue, avec le premier moment de chaque lien.
issue-graph-element-too-long = { $count ->
    [one] { $count } élément bien trop long, laissé de côté.
   *[other] { $count } éléments bien trop longs, laissés de côté.
}
issue-graph-entity = { $count ->
    [one] { $count } entité XML inconnue, laissée telle quelle : rien n’est jamais développé ni chargé.
   *[other] { $count } entités XML inconnues, laissées telles quelles : rien n’est jamais développé ni chargé.
}
issue-graph-hierarchy = Des nœuds en contiennent d’autres : tous sont lus à plat.
issue-graph-hyperedge = { $count ->
    [one] { $count } hyperlien entre plus de deux nœuds, laissé de côté.
   *[other] { $count } hyperliens entre plus de deux nœuds, laissés de côté.
}
issue-graph-markup = { $count ->
    [one] { $count } passage que le format ne permet pas, laissé de côté.
   *[other] { $count } passages que le format ne permet pas, laissés de côté.
}
issue-graph-no-id = { $count ->
    [one] { $count } nœud sans identifiant.
   *[other] { $count } nœuds sans identifiant.
}
issue-graph-node-missing = { $count ->
    [one] { $count } nœud nommé par un lien mais absent de la liste des nœuds, ajouté.
   *[other] { $count } nœuds nommés par des liens mais absents de la liste des nœuds, ajoutés.
}
issue-graph-nodes-not-listed = Le fichier annonce plus de nœuds qu’il n’en montre : seuls ceux qui ont un lien sont lus.
issue-graph-section-ignored = { $count ->
    [one] { $count } partie du fichier n’est pas un réseau et n’est pas lue.
   *[other] { $count } parties du fichier ne sont pas un réseau et ne sont pas lues.
}
issue-graph-too-deep = Des éléments sont emboîtés bien trop profondément ; ils ne sont pas lus.
issue-graph-too-many-attributes = Des éléments portent bien trop de valeurs ; seules les premières sont lues.
issue-graph-two-sided = Ce réseau relie deux sortes de nœuds : leurs identifiants sont tenus séparés.

## Flux, discussions et JSON collecté
format-zeeschuimer = des captures faites par Zeeschuimer
format-fourcat-json = des captures exportées par 4CAT
format-x-graphql = des posts de X tels que ses pages les reçoivent
format-x-scraper = des posts de X collectés par un extracteur
format-telegram = des discussions Telegram (Telegram Desktop)
format-discord = un salon Discord (DiscordChatExporter)
format-slack = un export Slack
format-messenger = une conversation Messenger ou Instagram
format-whatsapp = une discussion WhatsApp
format-bluesky-stream = un flux Bluesky (Jetstream)
format-bluesky-api = des posts Bluesky (API)
format-mastodon-api = des posts Mastodon (API)
format-reddit = des posts et commentaires Reddit
format-threads-json = des posts Threads
format-linkedin-json = des posts LinkedIn
format-tiktok-json = des vidéos et commentaires TikTok
format-instagram-json = des posts et commentaires Instagram
format-crowdtangle-api = des posts CrowdTangle (API)
format-youtube-api = des vidéos et commentaires YouTube (API)
format-yt-dlp = des vidéos décrites par yt-dlp
issue-author-deleted = { $count ->
    [one] { $count } contribution d’un compte supprimé : personne à créditer.
   *[other] { $count } contributions de comptes supprimés : personne à créditer.
}
issue-capture-source-unknown = { $count ->
    [one] { $count } capture d’un site que Sillage ne connaît pas.
   *[other] { $count } captures de sites que Sillage ne connaît pas.
}
issue-chat-app-message = { $count ->
    [one] { $count } message publié par une application, pas par une personne.
   *[other] { $count } messages publiés par des applications, pas par des personnes.
}
issue-chat-channel = { $count ->
    [one] { $count } description de salon, sans message.
   *[other] { $count } descriptions de salons, sans message.
}
issue-chat-service = { $count ->
    [one] { $count } message de service (arrivée, appel, changement de titre…).
   *[other] { $count } messages de service (arrivées, appels, changements de titre…).
}
issue-comments-not-loaded = { $count ->
    [one] { $count } groupe de commentaires qui n’avait pas été chargé lors de la collecte.
   *[other] { $count } groupes de commentaires qui n’avaient pas été chargés lors de la collecte.
}
issue-date-order = { $count ->
    [one] { $count } date où jour et mois ont été remis dans l’ordre du fichier.
   *[other] { $count } dates où jour et mois ont été remis dans l’ordre du fichier.
}
issue-event-deletion = { $count ->
    [one] { $count } suppression, qui ne dit rien d’autre.
   *[other] { $count } suppressions, qui ne disent rien d’autre.
}
issue-event-not-used = { $count ->
    [one] { $count } événement sans post ni lien entre comptes.
   *[other] { $count } événements sans post ni lien entre comptes.
}
issue-post-unavailable = { $count ->
    [one] { $count } post supprimé, masqué ou réservé : il n’en reste qu’un avis.
   *[other] { $count } posts supprimés, masqués ou réservés : il n’en reste qu’un avis.
}
issue-counts-only = { $count ->
    [one] { $count } décompte de posts par période : des totaux, sans auteur ni texte.
   *[other] { $count } décomptes de posts par période : des totaux, sans auteurs ni textes.
}
issue-chat-no-replies = Cet export ne dit pas qui répond à qui : seuls les auteurs, les mentions et les réactions sont connus.

## Tableaux des outils
format-twarc-csv = des tweets convertis par twarc-csv
format-minet = des tweets collectés par minet ou gazouilloire
format-dmi-tcat = des tweets exportés par DMI-TCAT
format-tags = des tweets archivés par TAGS
format-four-cat = des posts exportés par 4CAT
format-brandwatch = des mentions exportées de Brandwatch
format-talkwalker = des résultats exportés de Talkwalker
format-meltwater = des documents exportés de Meltwater
format-crowdtangle = des posts exportés de CrowdTangle
format-sprout = les performances de posts de Sprout Social
format-linkedin-page = les statistiques d’une page LinkedIn
format-linkedin-connections = des relations LinkedIn
format-youtube-data-tools = un tableau de YouTube Data Tools
format-youtube-studio = un tableau de YouTube Studio
format-youtube-takeout = des commentaires YouTube (Google Takeout)
format-netlytic = des messages collectés par Netlytic
format-mastodon-list = une liste de comptes Mastodon
format-contacts = un fichier de contacts
role-tagged = comptes identifiés ou co-auteurs
role-reaction = réaction (ajoutée aux j’aime)
role-likes-hidden = j’aime masqués
role-outlet = média ou site
role-value = valeur client
role-orders = nombre de commandes
role-cost = prix ou coût
role-first-name = prénom
role-last-name = nom de famille
role-email = adresse e-mail (laissée de côté)
role-repost-of-url = adresse du post partagé
role-reply-to-url = adresse du post commenté
role-quote-of-url = adresse du post cité
issue-posts-own = Aucune colonne ne nomme d’auteur : les posts sont lus comme ceux de votre propre chaîne.
issue-counts-of-days = Les chiffres de chaque jour sont laissés de côté : ce ne sont pas les totaux d’une vidéo.
issue-time-approximate = { $count ->
    [one] Les dates sont calculées à partir de durées comme « il y a 2 semaines » : elles sont approximatives.
   *[other] Les dates de { $count } fichiers sont approximatives.
}
issue-value-by-order = { $count ->
    [one] Une liste a une ligne par commande : la valeur des clients reste inconnue. Additionnez les montants par client pour vous en servir.
   *[other] { $count } listes ont une ligne par commande : la valeur des clients reste inconnue. Additionnez les montants par client pour vous en servir.
}
issue-email-left-out = { $count ->
    [one] Les adresses e-mail d’une colonne n’entrent pas dans l’étude.
   *[other] Les adresses e-mail de { $count } colonnes n’entrent pas dans l’étude.
}
issue-email-as-key = { $count ->
    [one] Faute d’autre identifiant, les contacts sont désignés par leur adresse e-mail.
   *[other] Faute d’autre identifiant, { $count } fichiers désignent les contacts par leur adresse e-mail.
}
issue-row-counts = La première ligne compte les nœuds et les liens ; ce n’est pas un lien.

## Archives personnelles
format-x-archive = une archive personnelle X
format-instagram-archive = des données téléchargées d’Instagram
format-facebook-archive = des données téléchargées de Facebook
format-tiktok-archive = des données téléchargées de TikTok
format-tiktok-text = des données téléchargées de TikTok (texte)
format-mastodon-archive = une archive personnelle Mastodon
format-linkedin-archive = une archive personnelle LinkedIn
format-reddit-archive = des données demandées à Reddit
format-youtube-archive = des données YouTube (Google Takeout)
skipped-entry-private = Messages privés, recherches, historique : personne d’autre n’a à les voir
skipped-entry-not-needed = Réglages et autres fichiers qui ne disent rien d’une audience
skipped-entry-html-list = Pages web : demandez le téléchargement au format JSON
issue-archive-private = { $count ->
    [one] { $count } élément privé (message, favori, liste d’amis proches) reste en dehors.
   *[other] { $count } éléments privés (messages, favoris, listes d’amis proches) restent en dehors.
}
issue-archive-private-left = { $count ->
    [one] Ce que la personne a regardé, cherché ou écrit en privé n’est pas lu.
   *[other] Dans { $count } fichiers, ce que la personne a regardé, cherché ou écrit en privé n’est pas lu.
}
issue-archive-not-audience = { $count ->
    [one] { $count } élément ne dit rien d’une audience.
   *[other] { $count } éléments ne disent rien d’une audience.
}
issue-like-author-unknown = { $count ->
    [one] { $count } j’aime porte sur un post dont l’auteur n’est pas nommé ici : il comptera dès qu’un autre fichier le nomme.
   *[other] { $count } j’aime portent sur des posts dont l’auteur n’est pas nommé ici : ils compteront dès qu’un autre fichier le nomme.
}
issue-like-no-author = { $count ->
    [one] { $count } réaction ne dit pas à qui elle s’adresse.
   *[other] { $count } réactions ne disent pas à qui elles s’adressent.
}

# Archives, fichiers compressés et classeurs
format-zip = une archive ZIP
format-tar = une archive tar
format-gzip = un fichier compressé
format-workbook = un classeur Excel
format-folder = un dossier
error-archive-empty = Cette archive ne contient aucun fichier.
error-archive-encrypted = Cette archive est protégée par un mot de passe. Décompressez-la, puis déposez les fichiers qu’elle contient.
error-archive-multidisk = Cette archive est découpée en plusieurs fichiers. Reconstituez-la, puis déposez-la entière.
error-archive-truncated = La fin de cette archive manque : le téléchargement a sans doute été interrompu. Téléchargez-la de nouveau.
error-archive-damaged = Cette archive est abîmée. Téléchargez-la de nouveau, ou décompressez-la et déposez les fichiers qu’elle contient.
error-archive-overlap = Les fichiers de cette archive partagent leurs octets, ce qu’aucune archive honnête ne fait : elle est refusée.
error-archive-unsupported = Type de fichier : { $detail }. Sillage ne l’ouvre pas ; décompressez-le, puis déposez ce qu’il contient.
error-archive-nothing-read = { $entries ->
    [one] Le fichier qui s’y trouve n’est pas de ceux que Sillage lit.
   *[other] Aucun des { $entries } fichiers qui s’y trouvent n’est de ceux que Sillage lit.
}
error-archive-crashed = Le lecteur d’archives a rencontré une erreur sur ce fichier ({ $detail }). Ce qui a été lu avant est intact.
error-archive-memory = La mémoire du navigateur n’a pas suffi pour ouvrir ce fichier. Décompressez-le, puis déposez ce qu’il contient.
error-workbook-encrypted = Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis déposez-le de nouveau.
error-workbook-damaged = Ce classeur est abîmé. Ouvrez-le et enregistrez-le de nouveau, en xlsx ou en CSV.
error-workbook-unsupported = Type de fichier : { $detail }. Sillage ne l’ouvre pas ; enregistrez-le en xlsx ou en CSV.
error-entry-encrypted = Protégé par un mot de passe : décompressez-le d’abord.
error-entry-method = Compressé avec { $detail }, que Sillage n’ouvre pas : décompressez l’archive et déposez les fichiers qu’elle contient.
error-entry-damaged = Abîmé dans l’archive.
error-entry-truncated = Coupé dans l’archive.
error-entry-bomb = Il deviendrait plus de { $detail } fois plus gros : arrêté.
skipped-entry-path = Noms qui sortent de l’archive
skipped-entry-nested = Archives dans une archive elle-même dans une archive
skipped-entry-empty = Fichiers vides
skipped-entry-chart = Feuilles sans cellules
skipped-entry-hidden = Feuilles masquées
issue-archive-truncated = La fin du fichier manque : tout ce qui précède a été lu.
issue-archive-part-missing = { $count ->
    [one] { $count } fichier qui devrait se trouver dans cette archive manque.
   *[other] { $count } fichiers qui devraient se trouver dans cette archive manquent.
}
issue-workbook-error-cells = { $count ->
    [one] { $count } cellule en erreur (comme #N/A) est lue comme vide.
   *[other] { $count } cellules en erreur (comme #N/A) sont lues comme vides.
}
issue-workbook-outside-grid = { $count ->
    [one] { $count } cellule hors de toute feuille est laissée de côté.
   *[other] { $count } cellules hors de toute feuille sont laissées de côté.
}
detected-xlsb = classeur Excel binaire
detected-pptx = présentation PowerPoint
detected-ppt = ancienne présentation PowerPoint
detected-doc = ancien document Word
detected-msg = message Outlook
detected-numbers = classeur Numbers
detected-lz4 = fichier LZ4
detected-compress = ancien fichier compressé (.Z)
detected-cab = archive CAB
limit-ARCHIVE-BYTES = taille du contenu d’une archive
limit-ENTRY-BYTES = taille d’un fichier dans une archive
limit-ARCHIVE-ENTRIES = nombre de fichiers lus dans une archive
limit-ARCHIVE-LISTED = nombre de fichiers d’une archive
limit-NESTED-BYTES = taille d’une archive dans une archive
limit-WORKBOOK-HELD-BYTES = taille des textes d’un classeur
limit-WORKBOOK-CELLS = nombre de cellules d’un classeur
issue-graph-not-people = { $count ->
    [one] { $count } nœud n’est pas une personne, d’après son propre type ; il est gardé comme les autres.
   *[other] { $count } nœuds ne sont pas des personnes, d’après leur propre type ; ils sont gardés comme les autres.
}

## Audiences : la carte, les communautés, les intérêts, le temps
screen-audiences = Audiences
