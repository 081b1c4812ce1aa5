### Ce qui vient après le premier écran : les fichiers en détail, les résultats.

## Colonnes et lecture, à la main
reading-title = Encodage, séparateur, réseau, nombres et dates
reading-format = Lire comme
reading-platform = Réseau
reading-encoding = Encodage
reading-separator = Séparateur
reading-header-line = Ligne des titres
reading-header-help = 0 : il n’y en a pas
reading-decimal = Décimales
reading-days = Jour et mois
reading-quotes = Les guillemets entourent des cellules
reading-repair = Réparer le texte encodé deux fois (Ã©)
as-it-is = Comme détecté
as-detected-value = { $value }, comme détecté
separator-comma = virgule ,
separator-semicolon = point-virgule (;)
separator-tab = tabulation
separator-bar = barre |
separator-blanks = espaces
roles-account = Le compte
roles-post = Le post
roles-numbers = Les compteurs du post
roles-towards = À qui il s’adresse
roles-passed = Le post relayé
roles-tie = Un lien
role-none = Pas utilisée
or = ou
name-columns = Dire ce que sont les colonnes
mapping-apply = Relire avec ces choix
mapping-cancel = Annuler ces choix
mapping-unchanged = Changez ce qui est faux : rien n’est relu avant que vous le demandiez.
mapping-changed = Le fichier sera relu avec ces choix.
mapping-looking = Lecture des premières lignes.
mapping-missing = Il manque encore : { $roles }.
mapping-outcome = { $seen ->
    [one] Sur la première ligne, { $kept } gardée, { $dropped } écartée.
   *[other] Sur les { $seen } premières lignes, { $kept } gardées, { $dropped } écartées.
}
mapping-outcome-holds = Lu comme { $format } : { $content }.
keep-mapping = S’en souvenir pour les prochains fichiers aux mêmes colonnes
keep-note = { $columns ->
    [one] Gardé dans ce navigateur seulement : le nom de { $columns } colonne et ce qu’elle est, jamais une valeur. « Tout effacer » l’oublie.
   *[other] Gardé dans ce navigateur seulement : les noms de { $columns } colonnes et ce qu’elles sont, jamais une valeur. « Tout effacer » l’oublie.
}
kept-title = { $count ->
    [one] Ce dont ce navigateur se souvient : { $count } sorte de tableau
   *[other] Ce dont ce navigateur se souvient : { $count } sortes de tableaux
}
kept-forget = Oublier
announce-forgotten = Oublié

## Archives et dossiers
parts-title = { $all ->
    [one] { $all } élément à l’intérieur : { $read } lu, { $failed } non reconnu, { $skipped } laissé de côté
   *[other] { $all } éléments à l’intérieur : { $read ->
        [one] { $read } lu
       *[other] { $read } lus
    }, { $failed ->
        [one] { $failed } non reconnu
       *[other] { $failed } non reconnus
    }, { $skipped ->
        [one] { $skipped } laissé de côté
       *[other] { $skipped } laissés de côté
    }
}
parts-unnamed = { $count ->
    [one] { $count } élément dont les colonnes ne disent pas ce qu’elles sont
   *[other] { $count } éléments dont les colonnes ne disent pas ce qu’elles sont
}
parts-skipped = { $count ->
    [one] { $count } élément laissé de côté, et pourquoi
   *[other] { $count } éléments laissés de côté, et pourquoi
}
part-asks = à vérifier
part-skipped = Laissé de côté
part-failed = Illisible
skipped-unknown = Laissé de côté ({ $code })
skipped-entry-media = Images, vidéos, sons et autres médias
skipped-entry-system = Fichiers du système
skipped-entry-page = Pages web qui répètent les données
limit-DROP-FILES = nombre de fichiers déposés en une fois
error-format-unknown = Ses colonnes ne disent pas ce qu’elles sont. Vu : { $seen }

## Tous les fichiers ensemble
total-title = Tous les fichiers ensemble
total-holds = { $files ->
    [one] { $files } fichier : { $content }.
   *[other] { $files } fichiers : { $content }.
}
total-bytes = Lu
download-all = Tous les reçus pour programmes (JSON)
download-all-csv = Tous les reçus pour tableur (CSV)
csv-file = Fichier
csv-part = Fichier intérieur
csv-what = Quoi
csv-reason = Pourquoi
csv-code = Code
csv-count = Nombre
csv-row = Ligne
csv-line = Ligne du fichier
csv-column = Colonne
csv-excerpt = Extrait
csv-read-as = Lu comme
csv-seen = Lignes vues
csv-kept = Gardées
csv-repaired = Réparées
csv-dropped = Écartées

## Ce que ces données peuvent dire
tell-title = Ce que ces données peuvent dire
tell-lead = { $known ->
    [one] { $known } critère sur { $all } peut être calculé sur ces fichiers.
   *[other] { $known } critères sur { $all } peuvent être calculés sur ces fichiers.
}
tell-measures = Les neuf critères
tell-materials = Ce que contiennent les fichiers
tell-gains = Ce qu’un export de plus ajouterait
tell-yes = possible
tell-asks = attend un sujet
tell-no = impossible
tell-accounts = { $accounts ->
    [one] Connue pour { $accounts } compte.
   *[other] Connue pour { $accounts } comptes.
}
tell-all = Comptes
tell-posts = Posts
tell-texts = avec leur texte
tell-times = avec leur date
tell-followers = avec leurs abonnés
tell-ties = Interactions
tell-no-ties = aucune
tie-follows = { $count ->
    [one] { $count } abonnement
   *[other] { $count } abonnements
}
basis-followers = D’après les nombres d’abonnés.
basis-views = D’après les vues des posts : ces fichiers n’ont pas d’abonnés.
basis-ties = D’après qui réagit à qui.
basis-tone = D’après le ton des réponses et des citations.
basis-lives = D’après les dates des partages de chaque post.
basis-times = D’après les dates des reprises.
basis-texts = D’après les mots des posts.
basis-counters = D’après les compteurs des posts : rien ne dit qui réagit à qui.
gain-ties = Qui partage, cite ou répond à qui : une collecte de posts par mots-clés plutôt que par compte, ou un journal d’interactions. Cela ouvre l’autorité, la fréquence et une résonance qu’aucun compteur ne peut gonfler.
gain-posts = Les posts de ces comptes : ce qu’ils disent, et qui le reprend.
gain-reposts = Les partages : un export qui garde les retweets ou les reposts rend la résonance plus sûre.
gain-followers = Les nombres d’abonnés : une liste des mêmes comptes avec leurs abonnés ajoute la popularité.
gain-more-followers = Les abonnés des autres comptes : la popularité est connue pour moins de la moitié d’entre eux.
gain-texts = Les textes des posts : ils permettent un sujet, donc la pertinence.
gain-times = Les dates : les effets récents compteraient davantage que les anciens, et le rythme serait mesuré.
gain-follows = Qui suit qui : les audiences et les communautés se verraient aussi.

## Rôles des colonnes
role-author = auteur
role-author-id = identifiant de l’auteur
role-author-name = nom affiché
role-text = texte
role-time = date
role-time-of-day = heure
role-post-id = identifiant du post
role-kind = nature du post
role-is-repost = est un partage
role-is-quote = est une citation
role-is-reply = est une réponse
role-likes = j’aime
role-reposts = partages
role-replies = réponses
role-quotes = citations
role-views = vues
role-saves = enregistrements
role-clicks = clics
role-followers = abonnés
role-following = abonnements
role-posts-total = posts publiés en tout
role-verified = compte vérifié
role-bio = biographie
role-location = lieu du compte
role-lang = langue
role-url = adresse du post
role-mentions = comptes cités
role-mention-ids = identifiants des comptes cités
role-platform = réseau
role-collected-at = date de collecte
role-source = de
role-target = vers
role-weight = poids
role-layer = nature du lien
role-directed = orienté ou non
role-ignored = ignorée
role-repost-of = partage de (compte)
role-repost-of-id = partage de (identifiant du compte)
role-repost-of-post = partage de (post)
role-quote-of = citation de (compte)
role-quote-of-id = citation de (identifiant du compte)
role-quote-of-post = citation de (post)
role-reply-to = réponse à (compte)
role-reply-to-id = réponse à (identifiant du compte)
role-reply-to-post = réponse à (post)
role-ref-author = auteur du post repris
role-ref-author-id = identifiant de l’auteur repris
role-ref-author-name = nom de l’auteur repris
role-ref-post = identifiant du post repris
role-ref-text = texte du post repris
role-ref-time = date du post repris
role-ref-likes = j’aime du post repris
role-ref-reposts = partages du post repris
role-ref-followers = abonnés de l’auteur repris
role-ref-following = abonnements de l’auteur repris
role-ref-posts-total = posts de l’auteur repris
role-ref-verified = auteur repris vérifié
role-ref-location = lieu de l’auteur repris
role-ref-bio = biographie de l’auteur repris

## Façons de lire
reading-decimal-comma = virgule décimale
reading-dots-group-digits = points entre les milliers
reading-spreadsheet-days = jours d’un tableur
reading-epoch-seconds = secondes depuis 1970
reading-epoch-milliseconds = millisecondes depuis 1970
reading-epoch-microseconds = microsecondes depuis 1970
reading-epoch-nanoseconds = nanosecondes depuis 1970
reading-year-first = année d’abord
reading-day-first = jour d’abord
reading-month-first = mois d’abord

## Types de fichiers non lus
detected-zip = archive ZIP
detected-xlsx = classeur Excel
detected-xls = ancien classeur Excel
detected-docx = document Word
detected-ods = classeur OpenDocument
detected-pdf = PDF
detected-gzip = archive gzip
detected-7z = archive 7z
detected-rar = archive RAR
detected-zstd = archive Zstandard
detected-bzip2 = archive bzip2
detected-xz = archive xz
detected-parquet = Parquet
detected-sqlite = base SQLite
detected-image = image
detected-car = dépôt personnel Bluesky, au format CAR
detected-binary = fichier binaire

## Influenceurs
ranking-empty = Rien à classer pour l’instant : ajoutez des fichiers sur l’écran Terrain.
among = Parmi les { $accounts } comptes de cet export
finding-none = { $ranked ->
    [0] Trop peu de données pour classer ces comptes.
    [one] { $ranked } compte classé.
   *[other] { $ranked } comptes classés.
}
stale = Les réglages ou les fichiers ont changé depuis ce classement.
refresh = Mettre à jour
coverage-title = { $missing ->
    [0] Ce que disent ces données, et comment
    [one] Ce que ces données ne disent pas : { $missing } critère sur { $all }
   *[other] Ce que ces données ne disent pas : { $missing } critères sur { $all }
}
coverage-note = Les scores valent à l’intérieur de cet export. Ils ne se comparent pas d’un export à l’autre.
credit-layers = Le crédit vient de : { $layers }. Chaque paire de comptes n’y compte qu’une fois.
credit-none = Aucune reprise dans ces fichiers : la résonance ne peut pas être mesurée.
covered-period = Données du { $from } au { $to } (UTC).
brief-matches = { $posts } posts parlent du sujet, écrits par { $authors } comptes.
export-csv = Exporter en CSV
export-json = Exporter en JSON
half-life-back-test = Une reprise perd la moitié de son poids en { $span }. Cette durée a le mieux prédit la suite de vos propres données.
half-life-back-test-off = Toutes les reprises pèsent autant, anciennes ou récentes : c’est ce qui a le mieux prédit la suite de vos propres données.
half-life-default = Une reprise perd la moitié de son poids en { $span } (durée par défaut : trop peu d’événements pour la choisir sur vos données).
half-life-default-off = Toutes les reprises pèsent autant, anciennes ou récentes.
half-life-given = Une reprise perd la moitié de son poids en { $span }, comme demandé.
half-life-given-off = Toutes les reprises pèsent autant, comme demandé.
half-life-none-off = Sans dates, toutes les reprises pèsent autant.
duration-hours = { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
duration-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
layer-repost = partages
layer-quote = citations
layer-reply = réponses
layer-mention = mentions
layer-like = j’aime
layer-follow = abonnements
layer-link = liens

## Objectif
brief-form = Ce que vous cherchez
objective-label = Objectif
objective-none = Qui est repris
objective-awareness = Notoriété
objective-consideration = Considération
objective-conversion = Conversion
objective-none-help = Classe par nombre de personnes différentes qui reprennent, récemment.
objective-awareness-help = Être vu largement, par des voix encore reprises.
objective-consideration-help = Des voix crédibles sur votre sujet, que l’on écoute.
objective-conversion-help = Des voix dont les messages font agir.
objective-advocacy = Recommandation
objective-crisis = Crise
objective-advocacy-help = Des voix qui vous défendent déjà, et que leur public croit.
objective-crisis-help = Des voix qui portent loin et vite en ce moment, pour ou contre vous.
campaign-used = { $used ->
    [one] { $used } réglage en place
   *[other] { $used } réglages en place
}
campaign-audience-help = Un compte en fait partie s’il répond à chaque critère rempli, ou s’il est nommé.
campaign-languages = Langues
campaign-languages-placeholder = fr, en
campaign-places = Lieux (profil ou bio)
campaign-places-placeholder = Lyon, Villeurbanne
campaign-accounts = Comptes, un par ligne
campaign-accounts-placeholder = @leslie_torrefie
campaign-communities = { $count ->
    [one] { $count } communauté choisie
   *[other] { $count } communautés choisies
}
campaign-lists-help = Noms de compte, adresses de profil ou e-mails. Ces listes restent dans cette page.
campaign-employees = Vos équipes, une par ligne
campaign-employees-placeholder = @camille_du_cafe
campaign-customers = Vos clients, un par ligne
campaign-customers-placeholder = @nadia_lyon
campaign-weights-help = La part de chaque critère dans son pilier.
campaign-discount = Compter moins l’engagement à vérifier
campaign-discount-help = Groupes qui se relaient entre eux, comptes à but unique, rafales. Sans la coche, le classement est brut.
words-label = Sujet
words-placeholder = café, "commerce équitable", #torréfaction
words-help = Mots séparés par des virgules, "expressions", -⁠exclusions, #tags, préfixe*.
words-matches = { $posts ->
    [0] Aucun post ne parle de ce sujet.
    [one] { $posts } post en parle, de { $authors } compte.
   *[other] { $posts } posts en parlent, de { $authors } comptes.
}
weights-label = Poids
weights-reset = Revenir à l’objectif
weight-number = { $pillar }, poids en pour cent
window-label = Période (UTC)
window-from = du
window-to = au
window-clear = Toute la période
window-help = Seul ce qui s’est passé dans ces dates compte.
window-empty = La période est vide : la fin précède le début.
pillar-reach = Portée
pillar-relevance = Pertinence
pillar-resonance = Résonance
pillar-reach-help = Combien de personnes peuvent voir ce qu’il dit.
pillar-relevance-help = À quel point il parle du sujet, et y est écouté.
pillar-resonance-help = Combien de personnes reprennent ce qu’il dit.

## Classement
ranking-region = Classement des comptes
ranking-caption = { $count } comptes classés
ranking-caption-apart = { $count } comptes à part, faute de données
ranking-among = { $ranked } comptes classés sur { $accounts }. Les autres n’ont pas assez de données.
ranking-cut = Les { $shown } premières lignes sur { $matched } sont affichées. L’export les contient toutes.
column-rank = Rang
column-account = Compte
column-score = Score
column-resharers = Relayeurs
column-credit = Crédit
column-followers = Abonnés
column-posts = Posts
filters-label = Filtrer le classement
search-label = Chercher un compte
search-placeholder = Chercher un compte
filter-platform = Réseau
filter-all = Tous
filter-followers = Abonnés, au moins
filter-enough = Comptes montrés
filter-ranked = Classés { $count }
filter-apart = À part { $count }
filter-apart-help = Comptes dont moins de la moitié des critères est connue
matched = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
no-match = Aucun compte ne répond à ces filtres.
no-ranked = Aucun compte n’a assez de données pour être classé. Voyez ceux listés à part.
no-apart = Aucun compte à part : tous ont assez de données.
clear-filters = Retirer les filtres
rank-interval = à 90 %, du rang { $low } au rang { $high }
mark-rising = en hausse
mark-fading = en retrait
mark-check = à vérifier
apart-reason = Pas classé : moins de la moitié des critères est connue
reason-account = Inconnu pour ce compte : pas assez de données
platform-unknown = Réseau non précisé
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

## Pourquoi une valeur est inconnue
reason-unknown = Les données ne le disent pas.
reason-no-followers = Le nombre d’abonnés n’est pas dans ces fichiers.
reason-no-ties = Aucune interaction entre comptes dans ces fichiers.
reason-no-posts = Aucun post dans ces fichiers, ou aucun dans cette période.
reason-no-reposts = Les partages ne sont pas dans ces fichiers.
reason-no-text = Aucun texte de post dans ces fichiers.
reason-no-brief = Aucun sujet n’a été donné : écrivez quelques mots pour mesurer la pertinence.
reason-no-match = Aucun post ne parle du sujet donné.
reason-no-time = Aucune date dans ces fichiers : ni récence, ni rythme.
reason-no-audience = Aucun compte de ces fichiers n’est dans le public visé.
reason-no-signed-replies = Aucune réponse ni citation dont le ton soit connu.
reason-no-brand = Aucune marque n’est indiquée.
reason-few-people = Trop peu de personnes réagissent.
reason-few-reshares = Trop peu de partages datés d’un même post.
reason-too-short = La période couverte est trop courte.
reason-empty-window = Rien n’est daté de cette période.
reason-unknown-here = Inconnu pour ce compte : les données n’en disent pas assez sur lui.

## Fiche
dossier-back = Retour
dossier-close = Fermer la fiche
dossier-rank = { $rank ->
    [1] 1er sur { $ranked } comptes classés
   *[other] { $rank }e sur { $ranked } comptes classés
}
dossier-apart = Listé à part : pas assez de données pour un rang.
verified = vérifié
score-of = sur 100
why-title = Pourquoi ce score
why-none = Pas assez de données pour un score. Voici ce qui est connu.
coverage-account = Critères connus pour ce compte : { $share } du poids total.
waterfall-summary = Un compte médian de cet export aurait { $baseline }. Celui-ci a { $score }.
waterfall-baseline = Compte médian
waterfall-data = Voir les chiffres
waterfall-caption = Du compte médian au score : ce qu’apporte chaque pilier, et chaque critère qu’il contient
waterfall-pillar = Pilier
waterfall-weight = Poids
waterfall-value = Valeur
waterfall-median = Médiane
waterfall-points = Points
factor-popularity = Popularité
factor-proximity = Proximité
factor-goodwill = Bienveillance
factor-authority = Autorité
factor-trust = Confiance
factor-affinity = Affinité
factor-frequency = Fréquence
factor-period = Durée
factor-amplitude = Amplitude
percentile = Devant { $percentile } % des { $accounts } comptes où c’est connu.
evidence-title = Posts qui comptent
evidence-none = Aucun post de ce compte dans ces fichiers.
evidence-note = { $shown } sur { $total }, les plus repris d’abord.
post-no-text = Texte absent de l’export.
post-no-date = Sans date
post-topic = sujet : { $share }
open-post = Ouvrir le post
kind-original = post
kind-repost = partage
kind-quote = citation
kind-reply = réponse
counter-resharers = { $count ->
    [one] repris par { $count } personne de ces données
   *[other] repris par { $count } personnes de ces données
}
counter-reposts = { $count ->
    [one] { $count } partage
   *[other] { $count } partages
}
counter-likes = { $count } j’aime
counter-replies = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
counter-views = { $count ->
    [one] { $count } vue
   *[other] { $count } vues
}
reactors-title = Qui réagit à ce compte ({ $count })
reactors-none = Personne, dans ces données.
reacts-to-title = À qui ce compte réagit ({ $count })
reacts-to-none = À personne, dans ces données.
ties-more = { $more ->
    [one] et { $more } autre
   *[other] et { $more } autres
}
tie-repost = { $count ->
    [one] { $count } partage
   *[other] { $count } partages
}
tie-quote = { $count ->
    [one] { $count } citation
   *[other] { $count } citations
}
tie-reply = { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
}
tie-mention = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
tie-like = { $count } j’aime
tie-follow = suit ce compte
tie-link = { $count ->
    [one] { $count } lien
   *[other] { $count } liens
}
tie-last = le dernier le { $date }
self-ties = { $count ->
    [one] { $count } interaction du compte avec lui-même : comptée, jamais utilisée.
   *[other] { $count } interactions du compte avec lui-même : comptées, jamais utilisées.
}

## Facteurs dans leur unité
unit-unknown = Valeur : { $value }
unit-followers = { $value ->
    [0] Aucun abonné.
    [one] { $value } abonné.
   *[other] { $value } abonnés.
}
unit-median-views = Un post médian est vu { $value } fois.
unit-times-average = Cité et repris sur le sujet { $value } fois autant qu’un compte moyen, en comptant davantage ceux qui le sont eux-mêmes (PageRank).
unit-subject-lift = { $onTopic } de ses { $posts } posts parlent du sujet : { $value } fois la moyenne, compte tenu de leur ancienneté.
unit-share-of-weeks = Repris au moins une fois pendant { $active } semaines sur { $observed }.
unit-share-of-days = Repris au moins une fois pendant { $active } jours sur { $observed }.
unit-share-of-hours = Repris au moins une fois pendant { $active } heures sur { $observed }.
unit-credit = { $people ->
    [0] Repris par personne en { $days } jours.
    [one] Repris par { $people } personne en { $days } jours (crédit { $value }).
   *[other] Repris par { $people } personnes distinctes en { $days } jours (crédit { $value }, les plus récentes comptant davantage).
}
unit-people-within-two-steps = { $value ->
    [0] Personne du public visé à moins de deux pas.
    [one] { $value } personne du public visé à moins de deux pas.
   *[other] { $value } personnes du public visé à moins de deux pas : celles qui réagissent, et celles qui réagissent à celles-ci.
}
unit-share-of-kind-people = { $people ->
    [one] { $share } % de bienveillance dans les réponses d’{ $people } personne, ramenée vers la moyenne.
   *[other] { $share } % des { $people } personnes qui répondent ou citent le font sans hostilité, compte tenu de leur nombre.
}
unit-returning-people = { $value } personnes qui reviennent un autre jour, pondérées par la diversité de leurs cercles.
unit-hours-to-most = Quatre partages sur cinq arrivent en { $value } heures pour un post médian.
unit-negative-credit = Repris en mal par { $value } personnes distinctes (crédit), les plus récentes comptant davantage.
unit-hours-to-half = La moitié des partages arrive en { $value } heures pour un post médian.
unit-reactions-per-post = { $value } réactions par post, en tenant compte du nombre de posts.
unit-clicks-per-post = { $value } clics par post, en tenant compte du nombre de posts.

## Ce qu’on sait d’une personne au-delà du score
profile-pending = L’analyse se poursuit : incertitude, profil et effets arrivent.
sure-title = Ce rang est-il sûr ?
sure-rank = À 90 %, du rang { $low } au rang { $high }.
sure-rank-one = À 90 %, le rang { $rank }.
sure-score = Score entre { $low } et { $high }.
sure-top = { $share } de chances d’être dans les { $top } premiers, si d’autres personnes avaient réagi.
sure-weights = { $share } de chances d’être dans les 10 premiers, si les poids étaient un peu différents.
sure-peers = Devant { $percentile } % des { $peers } comptes de même taille.
sure-peers-reach = Devant { $percentile } % des { $peers } comptes de portée comparable.
sure-how = D’après { $replicates } tirages où chaque personne qui réagit compte zéro, une ou plusieurs fois.
sure-how-time = D’après { $replicates } tirages où chaque semaine (ou chaque jour) compte zéro, une ou plusieurs fois : c’est le plus large des deux intervalles.
sure-none = Pas d’intervalle : l’ordre ne repose pas ici sur des reprises.
sure-none-no-credit = Pas d’intervalle : personne ne reprend personne dans ces fichiers.
move-title = Ce qui changerait ce rang
move-gain = Pour le rang { $rank } :
move-enter = Pour entrer dans les premiers (rang { $rank }) :
move-credit = un crédit de { $from } à { $to }
move-weight = le poids « { $name } » de { $from } à { $to }
move-factor = { $name } de { $from } à { $to }
who-title = Quel profil ?
type-celebrity = Célébrité
type-celebrity-why = Très suivie, pour autre chose que le sujet, et elle répond peu.
type-opinion-leader = Leader d’opinion
type-opinion-leader-why = Large audience, au cœur d’une communauté, sur le sujet.
type-specialist = Spécialiste
type-specialist-why = Parle surtout du sujet, et y est reconnu.
type-discoverer = Découvreur
type-discoverer-why = Parmi les premiers à employer ce que d’autres reprennent ensuite.
type-networker = Réseauteur
type-networker-why = Relie des cercles différents.
type-broadcaster = Diffuseur
type-broadcaster-why = Fait surtout circuler ce que disent les autres.
type-heavy-user = Grand utilisateur
type-heavy-user-why = Publie plus que presque tous les autres.
type-or = (ou { $second })
type-none = Aucun profil marqué dans ces données.
type-rules = Tous les profils, avec leur marge
type-untold = ces données ne permettent pas de le dire
type-margin = { $share }
part-macro = Rôle macro : une audience large.
part-micro = Rôle micro : un poids à l’intérieur de sa communauté.
part-public = Ni audience large, ni poids particulier dans sa communauté.
part-unknown = Rôle inconnu : ces données ne le disent pas.
size-below = Moins de 1 000 abonnés.
size-nano = Taille nano (1 000 à 10 000 abonnés).
size-micro = Taille micro (10 000 à 100 000 abonnés).
size-mid = Taille moyenne.
size-macro = Taille macro (100 000 à 1 million d’abonnés).
size-mega = Taille méga (plus d’un million d’abonnés).
size-by-reach = (estimée par la portée : les abonnés manquent)
role-unknown = Communauté { $number } ({ $size } comptes) ; trop peu de liens pour y dire son rôle.
role-ultra-peripheral = Communauté { $number } ({ $size } comptes) : tous ses liens y restent.
role-peripheral = Communauté { $number } ({ $size } comptes) : la plupart de ses liens y restent.
role-connector = Communauté { $number } ({ $size } comptes) : beaucoup de liens vers d’autres communautés.
role-kinless = Communauté { $number } ({ $size } comptes) : des liens partout, sans port d’attache.
role-provincial-hub = Au centre de la communauté { $number } ({ $size } comptes).
role-connector-hub = Au centre de la communauté { $number } ({ $size } comptes), et relié aux autres.
role-kinless-hub = Au centre de l’ensemble plus que de sa communauté { $number } ({ $size } comptes).
capillarity = Visibilité : devant { $percentile } % des comptes. Capillarité : son public vient de { $communities } communautés, à nombre de personnes égal.
influence-title = Qu’est-ce que ce compte déclenche ?
influence-note = Associations observées dans ces fichiers, d’après Kumar et Mirchandani dans la formulation de Sillage : elles ne prouvent aucune cause.
influence-cie = { $direct } personnes en réponse directe, { $indirect } par relais ; { $share } de toute l’influence de ces données (CIE).
influence-signed = En signant selon le ton : { $positive } favorables, { $negative } hostiles.
standing-no-interaction = Aucune interaction avec les autres.
standing-public = Public : réagit aux autres, sans réponse.
standing-source = Source : ce qui part d’ici vient d’ici, plus que pour la moyenne des comptes repris.
standing-relay = Relais : fait passer ce qui vient d’ailleurs.
behaviour-spread = Propagation : { $mean } reprises par post (sur { $posts } posts).
behaviour-chain = Influence en chaîne : { $mean } reprises de seconde main par post.
behaviour-social-impact = Impact social : { $mean } réponses par post (sur { $posts } posts).
behaviour-inferred = (chaîne déduite des liens antérieurs)
worth = Valeur associée : { $net } en répartissant celle des { $known } personnes renseignées ; { $direct } en comptant chaque réponse directe (non additif).
effect-title = Effet observé.
effect-compatible = Compatible avec un effet : { $per100 } personnes de plus sur 100 s’expriment sur le sujet après ses posts ({ $events } événements), par rapport aux autres semaines et à des personnes comparables.
effect-not-shown = Rien qui dépasse le hasard : un écart de { $per100 } personne sur 100 après ses posts ({ $events } événements).
effect-none-few-events = Non mesurable : moins de cinq moments distincts de publication.
effect-none-few-exposed = Non mesurable : public trop petit avant ses posts.
effect-none-never-quiet = Non mesurable : il publie sans pause, il n’y a pas de semaine sans lui.
effect-none-no-comparison = Non mesurable : personne de comparable hors de son public.
effect-none-no-posts = Non mesurable : aucun post à lui sur le sujet.
effect-none-no-quiet-weeks = Non mesurable : pas d’autres semaines auxquelles comparer.
effect-none-no-time = Non mesurable : aucune date.
effect-none-too-short = Non mesurable : la période est trop courte.

## Personnes : cochées, qui leur ressemble, côte à côte
column-tick = Cochés
tick-one = Cocher { $handle }
tick-off = Décocher { $handle }
tick-dossier = cocher, pour comparer
ticked-title = { $count ->
    [one] 1 personne cochée
   *[other] { $count } personnes cochées
}
ticked-clear = Tout décocher
alike-ask = { $count ->
    [one] Qui lui ressemble ?
   *[other] Qui leur ressemble ?
}
alike-title = Qui leur ressemble ?
alike-of = { $count ->
    [one] Au plus près de { $people }.
   *[other] Au plus près du profil type de { $people } ({ $count } personnes).
}
alike-advice = À partir de { $enough } personnes cochées, le profil dit plus que les particularités d’une seule : cochez-en d’autres pour l’affiner.
alike-again = { $count ->
    [one] Chercher à nouveau avec la personne cochée
   *[other] Chercher à nouveau avec les { $count } personnes cochées
}
alike-looking = Recherche…
alike-waiting = Les derniers calculs s’achèvent d’abord…
alike-none = Personne n’a assez de points communs avec elles dans ces fichiers.
alike-similarity = Ressemblance
alike-closest = Proches par
alike-different = Différents par
alike-tick = cocher
alike-part-features = profil { $share }
alike-part-topics = sujets { $share }
alike-part-circles = cercles { $share }
alike-note = Comparaison par les sous-facteurs et la place dans le réseau (40 %), les mots (40 %) et les cercles (20 %), pour ce qui est connu. Se ressembler ne dit rien de ce que quelqu’un ferait.
feature-popularity = popularité
feature-proximity = proximité
feature-goodwill = bienveillance
feature-authority = autorité
feature-trust = confiance
feature-affinity = affinité
feature-frequency = fréquence
feature-period = durée
feature-amplitude = amplitude
feature-withinModule = poids dans la communauté
feature-participation = présence dans plusieurs communautés
feature-relay = rôle de relais
compare-ask = Comparer
compare-limits = De 2 à 10 personnes
compare-title = { $count ->
    [one] 1 personne
   *[other] { $count } personnes côte à côte
}
compare-looking = Ouverture des dossiers…
compare-caption = Personnes côte à côte, parmi { $accounts } comptes
compare-measure = Mesure
compare-note = Les valeurs vont de 0 à 100, sauf unité indiquée dessous. « Le plus haut » se dit à partir d’un point d’écart ; l’intervalle dit jusqu’où va le hasard.
compare-highest = le plus haut
compare-interval = Score, neuf fois sur dix
compare-range = { $low } à { $high }
compare-size = Taille
compare-type = Profil
compare-trend = Tendance
compare-authenticity = Confiance dans l’engagement
compare-authenticity-none = Aucun engagement sur lequel juger.
compare-followers = { $followers ->
    [one] { $followers } abonné
   *[other] { $followers } abonnés
}
compare-rank = rang { $rank }
compare-rank-interval = rang { $rank } (entre { $low } et { $high })
compare-times = × { $times }
compare-rising = En hausse
compare-fading = En retrait
compare-steady = Stable
compare-no-score = Aucun n’a assez de données pour un score : comparez ce que l’on sait de chacun.
compare-first = { $first } a le score le plus haut ({ $score }), devant { $second } ({ $other }).
compare-first-close = { $first } ({ $score }) et { $second } ({ $other }) ne se départagent pas par le score : les intervalles se recouvrent.
compare-lead = { $person } ({ $pillars })
compare-leads = En tête : { $list }.
compare-widest = Plus grand écart entre { $first } et { $second } : { $factor }, { $one } contre { $other }.
compare-check = { $count ->
    [one] Engagement à vérifier : { $people }.
   *[other] Engagement à vérifier : { $people }.
}
compare-missing = { $count ->
    [one] On ne sait pas tout de { $people } : voyez les tirets.
   *[other] On ne sait pas tout de { $people } : voyez les tirets.
}

## Jusqu’où tient le classement
stability-title = Jusqu’où tient ce classement ?
stability-both = Jusqu’où tient ce classement ? Des dix premiers, { $chance } y resteraient si d’autres personnes avaient réagi, { $weights } avec d’autres poids.
stability-chance = Jusqu’où tient ce classement ? Des dix premiers, { $chance } y resteraient si d’autres personnes avaient réagi.
stability-opinions = Jusqu’où tient ce classement ? Des dix premiers, { $weights } y resteraient avec d’autres poids.
stability-meaning = Le classement est recalculé en changeant quelque chose, et l’on compte la part des premiers qui y restent. Ce qui tombe sous la moitié tient plus à ce choix qu’aux personnes.
stability-caption = Ce qui reste du classement quand quelque chose change
stability-changed = Ce qui change
stability-top = des { $top } premiers, restent
stability-few = Il n’y a pas plus de comptes classés : tous y restent.
stability-overlap = recouvrement
stability-overlap-help = Recouvrement pondéré des 100 premiers : 1, la même liste
stability-tau-help = τ de Kendall des 1 000 premiers : 1, le même ordre ; 0, aucun rapport
stability-note = Les personnes et les jours sont retirés au sort { $replicates } fois. Cela parle du hasard et des choix dans ces fichiers ; rien ne dit que demain leur ressemble.
stability-what-people = D’autres personnes réagissent
stability-what-time = D’autres semaines ou d’autres jours
stability-what-weights = Poids des piliers tirés autour des vôtres
stability-half-life-less = Le crédit s’efface deux fois plus vite
stability-half-life-more = Le crédit s’efface deux fois moins vite
stability-layer-less = Poids divisé par deux : { $name }
stability-layer-more = Poids doublé : { $name }
stability-objective = Objectif « { $name } »

## Ton des posts
tone-label = Ton
tone-read-positive = positif (lu)
tone-read-neutral = neutre (lu)
tone-read-negative = négatif (lu)
tone-read-unknown = inconnu (aucun mot de sentiment)
tone-given-positive = positif (votre lecture)
tone-given-neutral = neutre (votre lecture)
tone-given-negative = négatif (votre lecture)
tone-words = Mots :
tone-word-plus = { $word } +
tone-word-minus = { $word } −
tone-few = { $toned ->
    [0] Aucun des { $posts } posts n’a de ton.
    [one] { $toned } post sur { $posts } a un ton : trop peu pour dire celui de ce compte (il en faut 10).
   *[other] { $toned } posts sur { $posts } ont un ton : trop peu pour dire celui de ce compte (il en faut 10).
}
tone-person = { $toned } posts sur { $posts } ont un ton : { $positive } positifs, { $neutral } neutres, { $negative } négatifs. Lu par mots et par règles : un indice, pas un verdict.

## Listes, filtres, colonnes
listed-found = { $found ->
    [0] Aucun des { $given } n’est dans ces fichiers.
   *[other] { $found } sur { $given } dans ces fichiers.
}
listed-missing = Introuvables :
facets-title = Plus de filtres
facet-any = tous
facet-any-f = toutes
facet-size = Taille
facet-size-below = moins de 1 000
facet-size-nano = nano (1 000 à 10 000)
facet-size-micro = micro (10 000 à 100 000)
facet-size-mid = moyenne
facet-size-macro = macro (100 000 à 1 million)
facet-size-mega = méga (plus de 1 million)
facet-community = Communauté
facet-language = Langue
facet-posts = Posts, au moins
shown-columns-title = Colonnes
shown-columns-note = Les colonnes ajoutées se montrent sur les écrans larges. Celles qui se calculent après le classement viennent un instant plus tard.
shown-columns-reset = Comme au début
column-percentileAmongPeers = Percentile à taille égale
column-authenticity = Engagement authentique
column-visibility = Visibilité
column-capillarity = Capillarité
column-rise = Tendance
column-persistence = Persistance
column-topicShare = Sur le sujet
column-spread = Partages par post
column-likes = J’aime
column-cost = Coût
column-value = Valeur

## En hausse et en retrait, visibilité et capillarité
movers-title = En hausse et en retrait
movers-count = { $rising } en hausse, { $fading } en retrait
movers-weeks = Personnes qui reprennent chacun, semaine par semaine : les { $recent } dernières semaines, d’une autre couleur, face aux { $base } d’avant. Ne figure que ce qui dépasse le hasard.
movers-days = Personnes qui reprennent chacun, jour par jour : les { $recent } derniers jours, d’une autre couleur, face aux { $base } d’avant. Ne figure que ce qui dépasse le hasard.
movers-drawn = Seules les { $drawn } dernières périodes sont dessinées.
movers-rising = En hausse ({ $count })
movers-fading = En retrait ({ $count })
movers-none = Personne, au-delà du hasard.
movers-cut = Les { $shown } plus nets sur { $total }.
movers-times = × { $times } (entre { $low } et { $high })
movers-table = Les courbes en tableau
movers-caption-weeks = Personnes qui reprennent, par semaine
movers-caption-days = Personnes qui reprennent, par jour
spread-title = Connus, et dans combien de cercles
spread-none = Moins de deux comptes sont assez connus : il faut que cinq personnes reprennent chacun.
spread-both = { $count ->
    [one] { $people } est à la fois très en vue et repris dans beaucoup de cercles.
   *[other] { $people } sont à la fois très en vue et repris dans beaucoup de cercles.
}
spread-circles = { $count ->
    [one] { $people } entre dans beaucoup de cercles sans être très en vue.
   *[other] { $people } entrent dans beaucoup de cercles sans être très en vue.
}
spread-nobody = Parmi { $count } comptes, personne ne se détache des deux côtés à la fois.
spread-note = { $known } comptes sur la carte ; de { $unknown } autres on sait trop peu (pas d’abonnés, ou moins de 5 personnes qui reprennent).
spread-cut = Seuls les { $drawn } plus en vue sont dessinés.
spread-label = Carte de { $count } comptes selon la visibilité et la capillarité ; le tableau ci-dessous nomme ceux qui se détachent.
spread-x = Visibilité (percentile)
spread-y = Cercles (nombre effectif de communautés)
spread-circles-short = Cercles
spread-table = Ceux qui se détachent, en tableau
spread-where = Où
spread-kind-both = En vue, dans beaucoup de cercles
spread-kind-circles = Dans beaucoup de cercles, moins en vue
spread-kind-known = En vue, dans peu de cercles
trend-title = Où va ce compte ?
trend-rising = En hausse : { $times } fois plus de personnes qu’avant (entre { $low } et { $high }).
trend-fading = En retrait : { $times } fois les personnes d’avant (entre { $low } et { $high }).
trend-steady = Stable : { $times } fois les personnes d’avant (entre { $low } et { $high }), rien de net.
trend-unknown = Trop peu de réactions pour dire une tendance.
trend-weeks = Personnes qui reprennent, semaine par semaine : { $periods } semaines, { $most } au plus.
trend-days = Personnes qui reprennent, jour par jour : { $periods } jours, { $most } au plus.
genuine-title = L’engagement est-il authentique ?
genuine-confidence = Confiance : { $confidence } sur 100.
genuine-nothing = Rien qui demande à être vérifié.
genuine-ranks = Par le crédit seul : rang { $raw } sans décote, rang { $discounted } avec.
genuine-note = Des indices à vérifier, jamais un verdict : un groupe d’amis soudé peut y ressembler.
signal-concentration = Peu de personnes font presque tout l’engagement.
signal-reciprocity = On se relaie les uns les autres, en groupe dense.
signal-one-purpose = La plupart de ceux qui réagissent ne font rien d’autre, et personne ne les connaît.
signal-duplicated-text = Le même texte, publié par plusieurs comptes le même jour.
signal-coordination = Des comptes reprennent les mêmes posts à moins d’une minute d’écart, encore et encore.
signal-burst = Des réactions en rafale, à des moments que l’on ne choisit pas.
signal-rate-anomaly = Beaucoup plus, ou moins, d’engagement que les comptes de cette taille.
signal-follow-pattern = Suit énormément de comptes, et peu le suivent.
signal-first-digits = Les nombres d’abonnés de ceux qui réagissent ont une allure inhabituelle.
brand-title = Autour de { $brand }
brand-ambassadors = { $count ->
    [0] Ambassadeurs
    [one] { $count } ambassadeur
   *[other] { $count } ambassadeurs
}
brand-none = Personne ne parle de la marque assez souvent, assez longtemps et en assez bien dans ces fichiers.
brand-staff = { $count ->
    [one] { $count } personne de la maison
   *[other] { $count } personnes de la maison
}
brand-detractors = { $count ->
    [one] { $count } détracteur
   *[other] { $count } détracteurs
}
brand-doubtful = { $count ->
    [one] { $count } personne à vérifier
   *[other] { $count } personnes à vérifier
}
brand-mentions = { $mentions ->
    [one] { $mentions } post sur la marque
   *[other] { $mentions } posts sur la marque
}, { $weeks ->
    [one] { $weeks } semaine.
   *[other] { $weeks } semaines.
}
brand-tone = Ton : { $positive } favorables, { $negative } hostiles.
brand-customer = Client, d’après une liste ou ses mots.
brand-paid = { $count ->
    [one] { $count } post commercial
   *[other] { $count } posts commerciaux
}
brand-review = { $count ->
    [0] Tous se disent publicitaires.
    [one] { $count } ne le dit pas, et mérite un regard.
   *[other] { $count } ne le disent pas, et méritent un regard.
}
brand-note = D’après les posts, les bios et vos listes : des pistes à lire avant d’écrire à quelqu’un. Le ton est lu par un lexique, il se trompe parfois, surtout devant l’ironie.
paid-disclosed = se dit publicitaire
paid-code = code de réduction
paid-affiliate = lien d’affiliation
paid-commercial = tournure publicitaire
circles-title = { $count ->
    [one] { $count } communauté
   *[other] { $count } communautés
}
circles-note = Les { $shown } plus grandes, nommées par ce que leurs comptes disent plus que les autres. Faites de celles que vous visez le public visé : la proximité en tient compte.
circle-unnamed = Communauté { $number }
circle-size = { $size } comptes, communauté { $number }
circle-central = Au centre :
circle-interests = On y parle aussi de :
circle-target = En faire le public visé
words-suggested = Vont avec le sujet :

## Constats
finding-empty-window = Il ne s’est rien passé entre ces dates dans vos fichiers.
finding-no-accounts = Aucun compte dans ces fichiers.
finding-top-reshared = { $people ->
    [one] { $handle } est le compte repris par le plus de monde : { $people } personne l’a partagé.
   *[other] { $handle } est le compte repris par le plus de monde : { $people } personnes différentes l’ont partagé.
}
finding-top-reacted = { $people ->
    [one] { $handle } est le compte qui fait réagir le plus de monde : { $people } personne lui a répondu ou l’a cité.
   *[other] { $handle } est le compte qui fait réagir le plus de monde : { $people } personnes différentes lui ont répondu ou l’ont cité.
}
finding-first-lately = Les reprises récentes comptant davantage, c’est { $handle } qui vient en tête.
finding-concentration = Les { $first } premiers comptes reçoivent { $percent } % des reprises, chaque personne comptée une fois par compte.
finding-visibility-gap = { $both ->
    [0] Aucun des { $first } comptes les plus suivis n’est parmi les { $first } les plus repris.
    [one] Un seul des { $first } comptes les plus suivis est aussi parmi les { $first } les plus repris.
   *[other] { $both } des { $first } comptes les plus suivis sont aussi parmi les { $first } les plus repris.
}
finding-no-ties = Ces fichiers ne disent pas qui réagit à qui : les comptes sont jugés sur leurs compteurs.
finding-brief-share = { $posts ->
    [one] { $posts } post parle de votre sujet, soit { $percent } % de ceux dont on a le texte.
   *[other] { $posts } posts parlent de votre sujet, soit { $percent } % de ceux dont on a le texte.
}
finding-brief-no-match = Aucun post ne parle de votre sujet : vérifiez les mots, ou élargissez-les.
finding-no-time = Ces fichiers n’ont pas de dates : ni récence, ni rythme ne peuvent compter.
finding-low-coverage = Les données ne couvrent que { $percent } % du poids des critères : lisez ces scores avec prudence.

## En-têtes du CSV
header-rank = Rang
header-handle = Compte
header-name = Nom
header-profileUrl = Adresse
header-platform = Réseau
header-score = Score
header-reach = Portée
header-relevance = Pertinence
header-resonance = Résonance
header-popularity = Popularité
header-proximity = Proximité
header-goodwill = Bienveillance
header-authority = Autorité
header-trust = Confiance
header-affinity = Affinité
header-frequency = Fréquence
header-period = Durée
header-amplitude = Amplitude
header-credit = Crédit de reprise
header-resharers = Relayeurs distincts
header-followers = Abonnés
header-posts = Posts
header-inDegree = Comptes qui réagissent
header-pagerank = PageRank
header-coverage = Couverture
header-rankLow = rang, de (90 %)
header-rankHigh = rang, à (90 %)
header-tier = groupe de rang
header-inTop10 = chance d’être dans les 10 premiers
header-inTop50 = chance d’être dans les 50 premiers

## Remarques du reçu
issue-unknown = { $code } : { $count } fois
issue-date-ambiguous = { $count ->
    [one] L’ordre du jour et du mois n’est pas certain dans une colonne de dates.
   *[other] L’ordre du jour et du mois n’est pas certain dans { $count } colonnes de dates.
}
issue-number-ambiguous = { $count ->
    [one] Dans une colonne, un point ou une virgule peut séparer les milliers ou les décimales.
   *[other] Dans { $count } colonnes, un point ou une virgule peut séparer les milliers ou les décimales.
}
issue-id-destroyed = { $count ->
    [one] { $count } identifiant abîmé par un tableur (1,23E+18) : laissé inconnu.
   *[other] { $count } identifiants abîmés par un tableur (1,23E+18) : laissés inconnus.
}
issue-json-invalid = { $count ->
    [one] { $count } enregistrement JSON illisible.
   *[other] { $count } enregistrements JSON illisibles.
}
issue-json-not-a-post = { $count ->
    [one] { $count } enregistrement qui n’est pas un post.
   *[other] { $count } enregistrements qui ne sont pas des posts.
}
issue-json-number = { $count ->
    [one] { $count } enregistrement avec un nombre impossible (NaN, infini) : laissé inconnu.
   *[other] { $count } enregistrements avec un nombre impossible (NaN, infini) : laissé inconnu.
}
issue-json-surrogate = { $count ->
    [one] { $count } enregistrement avec un caractère coupé, remplacé par �.
   *[other] { $count } enregistrements avec un caractère coupé, remplacé par �.
}
issue-json-truncated = { $count ->
    [one] Le dernier enregistrement est coupé : le fichier est incomplet.
   *[other] { $count } enregistrements sont coupés : le fichier est incomplet.
}
issue-number-negative = { $count ->
    [one] { $count } compteur négatif : laissé inconnu.
   *[other] { $count } compteurs négatifs : laissés inconnus.
}
issue-number-unreadable = { $count ->
    [one] { $count } nombre illisible : laissé inconnu.
   *[other] { $count } nombres illisibles : laissés inconnus.
}
issue-quote-unclosed = { $count ->
    [one] Un guillemet ouvert n’est jamais refermé.
   *[other] { $count } guillemets ouverts ne sont jamais refermés.
}
issue-row-empty = { $count ->
    [one] { $count } ligne vide.
   *[other] { $count } lignes vides.
}
issue-row-long = { $count ->
    [one] { $count } ligne avec des cellules en trop, laissées de côté.
   *[other] { $count } lignes avec des cellules en trop, laissées de côté.
}
issue-row-short = { $count ->
    [one] { $count } ligne avec des cellules manquantes, laissées inconnues.
   *[other] { $count } lignes avec des cellules manquantes, laissées inconnues.
}
issue-row-no-author = { $count ->
    [one] { $count } ligne sans auteur.
   *[other] { $count } lignes sans auteur.
}
issue-row-no-ends = { $count ->
    [one] { $count } ligne sans origine ou sans destination.
   *[other] { $count } lignes sans origine ou sans destination.
}
issue-row-total = { $count ->
    [one] { $count } ligne de total.
   *[other] { $count } lignes de total.
}
issue-row-too-long = { $count ->
    [one] { $count } ligne trop longue pour être lue.
   *[other] { $count } lignes trop longues pour être lues.
}
issue-row-too-wide = { $count ->
    [one] { $count } ligne avec trop de colonnes.
   *[other] { $count } lignes avec trop de colonnes.
}
issue-table-no-rows = Le fichier a des titres de colonnes, mais aucune ligne.
issue-text-cut = { $count ->
    [one] { $count } texte très long a été raccourci.
   *[other] { $count } textes très longs ont été raccourcis.
}
issue-text-invalid-bytes = { $count ->
    [one] { $count } ligne avec des caractères illisibles, remplacés par �.
   *[other] { $count } lignes avec des caractères illisibles, remplacés par �.
}
issue-tie-kind-unknown = { $count ->
    [one] { $count } nature de lien inconnue, lue comme un simple lien.
   *[other] { $count } natures de lien inconnues, lues comme de simples liens.
}
issue-time-unreadable = { $count ->
    [one] { $count } date illisible : laissée inconnue.
   *[other] { $count } dates illisibles : laissées inconnues.
}
issue-id-disagrees = { $count ->
    [one] { $count } enregistrement dont l’identifiant était arrondi : la version écrite en texte a été gardée.
   *[other] { $count } enregistrements dont l’identifiant était arrondi : la version écrite en texte a été gardée.
}
issue-id-rounded = { $count ->
    [one] Une colonne d’identifiants a été arrondie par un tableur : elle distingue encore les lignes, mais ne les rapprochera pas d’un autre export.
   *[other] { $count } colonnes d’identifiants ont été arrondies par un tableur : elles distinguent encore les lignes, mais ne les rapprocheront pas d’un autre export.
}
issue-json-too-deep = { $count ->
    [one] { $count } enregistrement JSON trop imbriqué pour être lu.
   *[other] { $count } enregistrements JSON trop imbriqués pour être lus.
}
issue-row-header = { $count ->
    [one] { $count } ligne qui répète les titres des colonnes.
   *[other] { $count } lignes qui répètent les titres des colonnes.
}
issue-text-double-encoded = { $count ->
    [one] { $count } ligne dont les accents étaient codés deux fois (« Ã© » pour « é ») : texte rétabli.
   *[other] { $count } lignes dont les accents étaient codés deux fois (« Ã© » pour « é ») : textes rétablis.
}
issue-time-relative = { $count ->
    [one] { $count } date relative (« il y a 2 h »), sans moment connu : laissée inconnue.
   *[other] { $count } dates relatives (« il y a 2 h »), sans moment connu : laissées inconnues.
}
issue-time-suspicious = { $count ->
    [one] { $count } date peu vraisemblable : en 1970, ou dans le futur. À vérifier.
   *[other] { $count } dates peu vraisemblables : en 1970, ou dans le futur. À vérifier.
}
issue-weight-not-positive = { $count ->
    [one] { $count } lien de poids nul ou négatif.
   *[other] { $count } liens de poids nul ou négatif.
}
issue-weight-unreadable = { $count ->
    [one] { $count } poids illisible, pris pour 1.
   *[other] { $count } poids illisibles, pris pour 1.
}

## Audiences : la carte, les communautés, les intérêts, le temps
audiences-finding = { $count ->
    [one] Ces personnes forment { $count } communauté.
   *[other] Ces personnes forment { $count } communautés.
}
audiences-largest = La plus grande, « { $name } », réunit { $size } comptes ({ $share }).
audiences-bridge = @{ $handle }, dans « { $own } », est en lien avec { $people } comptes d’autres communautés, surtout de « { $other } ».
audiences-apart = Les communautés gardent en moyenne { $share } de leur attention pour elles : ce qui se dit dans l’une n’atteint guère les autres.
audiences-between = Les communautés gardent en moyenne { $share } de leur attention pour elles : elles sont distinctes, et se parlent.
audiences-mixed = Les communautés ne gardent en moyenne que { $share } de leur attention pour elles : leurs frontières sont floues, prenez-les comme une indication.
audiences-none = Pas de réseau à montrer : ces fichiers ne contiennent aucun lien entre comptes.
audiences-none-why = Une carte a besoin de repartages, de réponses, de mentions, d’abonnements ou d’un fichier de réseau. Les textes des publications contiennent souvent des mentions : vérifiez sur l’écran Terrain que la colonne des textes a été reconnue.
announce-map = Carte dessinée : { $drawn } comptes.
map-title = Carte du réseau
map-exports = Exporter le réseau
export-gexf = Réseau en GEXF (Gephi)
export-graphml = Réseau en GraphML
file-network = reseau
file-map = carte
file-interests = interets
map-waiting = La carte arrive dès que l’analyse est complète.
map-drawing = Dessin de la carte…
map-empty = Aucun des comptes qui reçoivent le plus d’attention n’a de lien avec un autre d’entre eux.
map-summary = { $drawn } des { $accounts } comptes sont dessinés, ceux qui reçoivent le plus d’attention, avec { $shown } des { $ties } liens entre eux. { $communities ->
    [one] { $communities } communauté a sa couleur et sa forme.
   *[other] { $communities } communautés ont leur couleur et leur forme.
}
map-summary-all = { $drawn } des { $accounts } comptes sont dessinés, tous ceux qui ont des liens, avec { $shown } des { $ties } liens entre eux. { $communities ->
    [one] { $communities } communauté a sa couleur et sa forme.
   *[other] { $communities } communautés ont leur couleur et leur forme.
}
map-reading = Qui est proche partage des liens ; gauche, droite, haut et bas ne veulent rien dire.
map-search = Trouver un compte sur la carte
map-find = Trouver
map-not-found = « { $name } » n’est pas parmi les comptes dessinés.
map-png = Image (PNG)
map-svg = Dessin (SVG)
map-view = Vue de la carte
map-closer = Plus près
map-farther = Plus loin
map-fit = Tout voir
map-left = Vers la gauche
map-right = Vers la droite
map-up = Vers le haut
map-down = Vers le bas
map-guard = Deux doigts, ou Ctrl et la molette, déplacent la carte.
map-keys = Au clavier : les flèches vont de voisin en voisin, Maj et une flèche déplacent la vue, + et − zooment, 0 montre tout, Entrée ouvre la fiche, Échap referme. Molette : avec Ctrl, ou une fois la carte sélectionnée. Le tableau ci-dessous dit la même chose.
map-legend = Légende
map-others = Autres communautés
map-neighbours = { $count ->
    [one] en lien avec { $count } compte de la carte
   *[other] en lien avec { $count } comptes de la carte
}
map-users = { $count ->
    [one] employé par { $count } compte de la carte
   *[other] employé par { $count } comptes de la carte
}
map-open = Ouvrir la fiche
map-source = Source : { $files } · { $date } · Sillage
map-only = Seule « { $name } » ressort.
map-all = Montrer toutes les communautés
map-table = La carte en tableau
map-table-caption = Comptes { $from } à { $to } sur { $count }, selon l’attention qu’ils reçoivent
map-table-community = Communauté
map-table-ties = Liens sur la carte
map-table-with = Avec
map-table-others = et { $count } de plus
map-table-show = Situer
map-table-show-one = Situer { $handle } sur la carte
page-before = Précédents
page-next = Suivants
circle-inside = { $share } de l’attention donnée et reçue reste entre eux.
circle-bridges = Passerelles :
circle-bridge = ({ $people } comptes ailleurs, surtout « { $name } »)
circle-near = Proche de :
circle-languages = Langues :
circle-show = Montrer sur la carte
circle-target-off = Retirer du public visé
circles-all = Les { $count } communautés
circles-fewer = Moins de communautés
interests-title = Ce que les gens partagent
interests-note = Les comptes à côté de ce dont ils parlent : on est rapproché par ce que l’on a en commun, que l’on se connaisse ou non. Les textes seulement relayés ne comptent pas.
interests-by = Selon
interests-hashtag = Hashtags
interests-word = Mots
interests-domain = Sites
interests-link = Liens
interests-draw = Dessiner la carte des intérêts
interests-empty = Aucun n’est commun à deux comptes dans leurs propres publications.
interests-summary = Les { $shown } plus parlants sur { $objects }, avec { $accounts } des { $all } comptes qui en emploient. Le plus répandu ici : { $top } ({ $users } comptes).
interests-table = La carte des intérêts en tableau
interests-table-caption = { $count } partagés par plusieurs comptes, les plus parlants d’abord
interests-users = Comptes
interests-who = Employé surtout par (fois)
timeline-title = Les communautés dans le temps
timeline-note = La période est découpée en parts égales, chacune avec ses communautés ; une communauté se poursuit quand on y retrouve assez des mêmes personnes.
timeline-windows = Parts
timeline-follow = Suivre les communautés dans le temps
timeline-working = Suivi en cours…
timeline-empty = Aucune part de la période n’a assez de liens pour y voir des communautés.
timeline-unnamed = Ancienne communauté { $number }
timeline-said = D’une part à l’autre de la période, parmi les plus grandes communautés : { $events }.
timeline-again = Seuls { $share } des gens d’une part se retrouvent dans la suivante : ce qui apparaît et se dissout ici tient autant à qui a pris part qu’aux groupes. Moins de parts peuvent en montrer plus.
timeline-steady = Les plus grandes communautés se poursuivent telles quelles.
timeline-count-born = { $count ->
    [one] { $count } apparition
   *[other] { $count } apparitions
}
timeline-count-grown = { $count ->
    [one] { $count } croissance
   *[other] { $count } croissances
}
timeline-count-shrunk = { $count ->
    [one] { $count } recul
   *[other] { $count } reculs
}
timeline-count-merged = { $count ->
    [one] { $count } fusion
   *[other] { $count } fusions
}
timeline-count-split = { $count ->
    [one] { $count } scission
   *[other] { $count } scissions
}
timeline-count-dissolved = { $count ->
    [one] { $count } dissolution
   *[other] { $count } dissolutions
}
timeline-table = Le graphique en tableau
timeline-table-caption = Comptes des plus grandes communautés dans chaque part de la période
timeline-events = Ce qui s’est passé
timeline-born = { $date } : apparaît
timeline-grown = { $date } : grandit
timeline-shrunk = { $date } : recule
timeline-merged = { $date } : fusionne avec d’autres
timeline-merged-with = { $date } : fusionne avec { $others }
timeline-split = { $date } : se scinde
timeline-split-with = { $date } : se scinde, avec { $others }
timeline-dissolved = { $date } : se dissout
dossier-location = Lieu indiqué :
