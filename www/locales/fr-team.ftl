### L’écran Équipe et les projets : vient après le premier écran.

## Classement et fiche : qui est retenu
column-pick = Sélection
pick = { $handle } dans la sélection
mark-excluded = jamais proposé
list-add = Ajouter à la sélection
list-remove = Retirer de la sélection
exclude = Ne jamais proposer
exclude-undo = Peut de nouveau être proposé

## Équipe : ce qu’elle dit
team-start = Personne n’est encore retenu : qui recruter ensemble ?
team-start-how = Donnez une étoile à des personnes dans le classement, ou laissez proposer une équipe : celles qui, ensemble, touchent le plus de monde sans toucher deux fois les mêmes.
list-finding = { $count ->
    [one] { $count } personne retenue, dans { $circles } des { $all } communautés.
   *[other] { $count } personnes retenues, dans { $circles } des { $all } communautés.
}
list-finding-plain = { $count ->
    [one] { $count } personne retenue.
   *[other] { $count } personnes retenues.
}
list-stages = Où en est la relation : { $stages }.
list-unbegun = Personne n’a encore été contacté.
stage-count-contact = { $count ->
    [one] { $count } personne contactée
   *[other] { $count } personnes contactées
}
stage-count-agreed = { $count ->
    [one] { $count } accord
   *[other] { $count } accords
}
stage-count-active = { $count ->
    [one] { $count } personne active
   *[other] { $count } personnes actives
}
stage-count-advocate = { $count ->
    [one] { $count } ambassadeur
   *[other] { $count } ambassadeurs
}
team-none = Aucune équipe ne peut être composée à ces conditions.
team-finding = { $members ->
    [one] Cette personne toucherait environ { $people } des { $accounts } comptes{ $compared }.
   *[other] Ces { $members } personnes toucheraient environ { $people } des { $accounts } comptes{ $compared }.
}
team-finding-target = { $members ->
    [one] Cette personne toucherait environ { $people } personnes du public visé{ $compared }.
   *[other] Ces { $members } personnes toucheraient environ { $people } personnes du public visé{ $compared }.
}
team-finding-compared = , soit { $compared }
team-finding-relative = { $members ->
    [one] Cette personne toucherait { $compared }.
   *[other] Ces { $members } personnes toucheraient ensemble { $compared }.
}
team-finding-alone = { $members ->
    [one] Une personne est proposée ; les fichiers ne disent pas combien elle toucherait.
   *[other] { $members } personnes sont proposées ; les fichiers ne disent pas combien elles toucheraient.
}
people-more = { $share } de personnes de plus que
people-fewer = { $share } de personnes de moins que
people-times = { $ratio } fois plus de personnes que
people-even = à peu près autant de personnes que
team-against-followers = { $more } { $count ->
    [one] le compte le plus suivi
   *[other] les { $count } comptes les plus suivis
}
team-against-score = { $more } { $count ->
    [one] le premier du classement
   *[other] les { $count } premiers du classement
}
team-guarantee = C’est au moins { $share } de ce que ferait la meilleure équipe possible selon ce modèle.
team-over-ranking = L’équipe touche { $more } les premiers du classement.
team-over-ranking-between = L’équipe touche { $more } les premiers du classement (entre { $low } et { $high }).
team-as-ranking = Pas de gain significatif sur le classement : ses premiers touchent autant de monde, à la marge près. L’équipe apporte moins de recouvrement et un coût qui tient dans le budget.
estimate-between = { $value } ({ $low } à { $high })
team-stale = Cette équipe a été composée avec un résultat précédent.

## Équipe : le choix
choice-title = Composer une équipe
team-size = Combien de personnes
team-budget = Budget
team-audience = Qui toucher
team-audience-none = Définissez d’abord un public visé sur l’écran Objectif.
audience-everybody = tout le monde dans ces fichiers
audience-target = le public visé
choose = Proposer une équipe
choose-again = Recomposer
people-help = Dans la sélection, chaque personne peut être imposée, exclue, ou signalée comme déjà engagée par un concurrent.
people-must = { $count ->
    [one] Imposé :
   *[other] Imposés ({ $count }) :
}
people-never = { $count ->
    [one] Exclu :
   *[other] Exclus ({ $count }) :
}
people-rival = { $count ->
    [one] Chez un concurrent :
   *[other] Chez des concurrents ({ $count }) :
}
team-costs = Coûts par taille
team-set = { $count ->
    [one] { $count } renseigné
   *[other] { $count } renseignés
}
team-costs-help = Pour qui n’a pas de coût propre, ni dans les fichiers ni dans la sélection. Une seule monnaie, peu importe laquelle.
team-tier-below = Moins de 1 000 abonnés
team-tier-nano = Nano (1 000 à 10 000)
team-tier-micro = Micro (10 000 à 100 000)
team-tier-mid = Moyen
team-tier-macro = Macro (100 000 à 1 million)
team-tier-mega = Méga (plus d’un million)
team-more = Plus d’options
no-limit = sans limite
no-cost = inconnu
cost-unread = Ce n’est pas un montant : des chiffres seulement, comme 1200 ou 950,50.
team-minConfidence = Authenticité minimale
team-minConfidence-help = De 0 à 100 ; un compte dont l’engagement ne peut être vérifié passe.
team-perCommunity = Au plus par communauté
team-perCommunity-help = Répartit l’équipe entre plusieurs cercles.
team-hops = Reprises successives, au plus
team-hops-help = La plupart des messages ne vont pas au-delà de trois.
team-messages = Messages publiés par chacun
team-messages-help = La chance d’être repris au moins une fois sur une campagne. Sert quand les chances sont apprises.
team-seconds = Secondes de recherche
team-model = Modèle de diffusion
model-independentCascade = Cascade indépendante
model-linearThreshold = Seuil linéaire
model-creditDistribution = Cascades réelles (répartition du crédit)
model-help-independentCascade = Chaque personne touchée a une chance de convaincre chacune de celles qui la suivent.
model-help-linearThreshold = On relaie quand assez de ceux que l’on suit l’ont fait.
model-help-creditDistribution = Sans simulation : qui a vraiment relayé après qui dans les reprises passées de ces fichiers.
team-probabilities = Chances de reprise
team-probabilities-help = Apprises des posts datés et de leurs reprises, quand il y en a.
probabilities-auto = apprises si possible
probabilities-learned = apprises de ces fichiers
probabilities-weightedCascade = par part d’attention

## Équipe : le résultat
members-title = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes, dans l’ordre de ce qu’elles ajoutent
}
members-list = { $count ->
    [one] Ajouter à la sélection
   *[other] Ajouter les { $count } à la sélection
}
members-caption = Membres de l’équipe : ce que chacun ajoute, touche seul, et est seul à toucher
members-place = n°
members-gain = Ajoute
members-alone = Toucherait seul
members-unique = Touchés par lui seul
members-cost = Ensemble
members-note = En personnes, en moyenne sur de nombreuses campagnes simulées, chacune comptée une fois.
members-note-relative = En part de ce que touche toute l’équipe : ces fichiers ne permettent pas de dire des nombres de personnes.
member-must = imposé
cost-unknown = coût inconnu
cost-from-tier = selon la taille
choice-of = Ce que le choix peut faire de { $handle }
alternatives-title = D’autres choix, aux mêmes conditions
alternatives-choice = Choix
alternatives-members = Personnes
alternatives-people = Personnes touchées
alternatives-share = Touchés, par rapport à cette équipe
alternative-team = Cette équipe
alternative-followers = Les plus suivis
alternative-score = Les premiers du classement
alternative-random = Au hasard
alternative-optimum = La meilleure, toutes essayées
alternative-shortlist = Votre sélection
team-cost-additional = Chaque personne touchée de plus que par le meilleur autre choix revient à { $cost }.
reached-title = Communautés touchées et oubliées
reached-all = { $count ->
    [one] La seule communauté est touchée.
   *[other] Les { $count } communautés montrées sont toutes touchées.
}
reached-out = { $count ->
    [one] { $count } sur { $all } est oubliée : { $names }.
   *[other] { $count } sur { $all } sont oubliées : { $names }.
}
reached-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
reached-community = Communauté
reached-size = Comptes
reached-members = Membres
reached-people = Touchés
reached-share = Part du public touché
overlap-title-much = { $one } et { $other } parlent en bonne partie aux mêmes personnes : { $share } en commun
overlap-title-little = Peu de recouvrement : au plus { $share } en commun, entre { $one } et { $other }
overlap-title-some = Au plus { $share } en commun, entre { $one } et { $other }
overlap-title-none = Aucun membre ne touche le public d’un autre
overlap-note = À lire en ligne : parmi les personnes que touche celle de gauche, la part que touche aussi celle du haut.
overlap-caption = Recouvrement des publics des membres, en part de la ligne
overlap-self = la même personne
overlap-cut = Les { $shown } premiers membres sur { $all }.
team-method = Comment c’est calculé
method-hops = { $hops ->
    [one] Une reprise au plus.
   *[other] { $hops } reprises successives au plus.
}
method-messages = Sur une campagne de { $messages } messages de chaque membre.
method-learned = Chances apprises de { $successes } reprises sur { $trials } occasions, sur { $arcs } liens.
method-weightedCascade = Aucune chance n’a pu être apprise : chacun des { $arcs } liens compte selon la part d’attention qu’il reçoit ({ $trials } occasions, { $successes } reprises).
method-cascades = Tiré de { $successes } reprises qui ont vraiment eu lieu, sur { $trials } occasions et { $arcs } liens.
method-subject = Seuls les posts sur le sujet du brief ont servi.
method-relative = Seules les comparaisons ont un sens ici : un nombre de personnes dépendrait de chances que personne n’a mesurées.
method-reachable = Le plus que l’on puisse toucher : { $people } personnes ; cette équipe en touche { $share }.
method-sets = { $sets } échantillons, tirage { $seed } : les mêmes fichiers et réglages donnent la même équipe.
method-caution = Un modèle, à partir de ces fichiers seulement : il dit qui serait touché si chacun continue comme avant, pas que ce sera le cas.
team-note-unknown = À savoir : { $code }
team-note-budget-below-every-cost = Le budget est inférieur au coût de chaque candidat : personne ne peut être engagé.
team-note-must-have-over-budget = Les personnes imposées coûtent à elles seules plus que le budget ; elles sont gardées et personne n’est ajouté.
team-note-must-have-over-size = Il y a plus de personnes imposées que de places ; elles sont gardées et personne n’est ajouté.
team-note-no-costs = Un budget est donné mais aucun coût n’est connu (ni colonne de coûts, ni coût par taille) : le budget n’a pas été appliqué.
team-note-some-costs-unknown = Des comptes n’ont pas de coût connu : avec un budget, ils n’ont pas été candidats.
team-note-zero-costs = Des candidats ne coûtent rien : ils sont choisis tant qu’ils touchent quelqu’un de nouveau.
team-note-negative-costs = Des coûts négatifs ont été lus comme inconnus.
team-note-all-excluded = Les exclusions ne laissent aucun candidat.
team-note-no-candidates = Personne ne peut être choisi : aucun compte ne remplit les conditions (authenticité, coût, attention de quelqu’un).
team-note-few-candidates = Il y a moins de candidats que de places.
team-note-low-confidence-left-out = Les comptes sous l’authenticité demandée n’ont pas été candidats.
team-note-no-ties = Les fichiers ne contiennent aucun lien entre comptes : rien ne dit qui touche qui.
team-note-no-target = Le public visé est demandé mais il n’est pas défini : tout le monde compte.
team-note-target-empty = Personne, dans les fichiers, n’appartient au public visé.
team-note-target-unreachable = Aucun candidat ne touche quelqu’un du public visé.
team-note-probabilities-zero = Toutes les chances de reprise sont nulles : personne ne relaie, l’équipe ne touche qu’elle-même.
team-note-probabilities-one = Toutes les chances de reprise valent un : tout le monde relaie tout. Ce ne sont pas des chiffres mesurés.
team-note-relative-only = Aucune chance de reprise n’a pu être apprise : seules les comparaisons entre équipes ont un sens, pas les nombres de personnes.
team-note-learned-unavailable = Des chances apprises sont demandées, mais les fichiers n’ont pas de posts datés avec leurs reprises : les parts d’attention ont servi.
team-note-few-trials = Les chances sont apprises de peu de posts : les nombres de personnes sont des ordres de grandeur.
team-note-off-subject = Trop peu de posts sur le sujet : les chances sont celles de tous les posts.
team-note-no-cascades = Les cascades réelles sont demandées, mais aucune reprise ne dit quel post elle reprend : la cascade indépendante a servi.
team-note-disconnected-audience = Les comptes forment des parties qu’aucun lien ne joint : certains ne peuvent pas être touchés depuis la plus grande.
team-note-no-gain-over-ranking = Les premiers du classement touchent autant de monde, à la marge près : le classement fait aussi bien.
team-note-fewer-than-asked = L’équipe est plus petite que demandé : plus personne n’ajoute quelqu’un, ou ne peut être payé.
team-note-not-certified = La recherche s’est arrêtée avant sa borne : la garantie est plus faible que d’habitude.
team-note-no-interval = Ce modèle ne donne pas d’intervalle.
team-note-unknown-accounts = Des comptes nommés ne sont pas dans les fichiers ; ils ont été laissés de côté.
team-note-competitors-reach-all = Les personnes engagées par les concurrents touchent déjà tous ceux que les candidats pourraient toucher.
team-note-no-members = Aucun compte n’est donné pour la simulation.
team-note-too-small = Trop peu de comptes reçoivent de l’attention pour comparer le haut du classement aux comptes ordinaires.
team-note-not-settled = Les avis bougeaient encore à la fin du calcul : ce sont des ordres de grandeur.
team-note-both-sides = Des comptes portent les deux messages : ils ont été retirés du contre-message.

## Équipe : sélection et relations
list-title = Sélection et relations
list-note = Dans votre ordre : avec les flèches, ou avec Alt et les touches fléchées depuis un bouton de la personne.
list-empty = Personne pour l’instant. Donnez une étoile dans le classement, ouvrez une fiche, ou ajoutez une équipe proposée.
list-go = Aller au classement
list-export = Sélection en CSV
log-export = Relations en CSV
file-shortlist = selection
file-relations = relations
aside-title = { $count ->
    [one] { $count } personne mise de côté
   *[other] { $count } personnes mises de côté
}
person-rank = rang { $rank }
person-followers = { $followers ->
    [one] { $followers } abonné
   *[other] { $followers } abonnés
}
person-circle = communauté « { $name } »
person-circle-number = communauté { $number }
person-authenticity = authenticité { $confidence }
person-absent = absent des fichiers actuels
move-up = Monter { $handle }
move-down = Descendre { $handle }
list-take-out = Retirer { $handle } de la sélection
forget-person = Oublier ce qui est noté sur { $handle }
field-stage = Étape
stage-identify = Repéré
stage-contact = Contacté
stage-agreed = Accord
stage-active = Actif
stage-advocate = Ambassadeur
field-choice = Dans une équipe
choice-open = possible
choice-must = imposé
choice-never = exclu
choice-rival = chez un concurrent
field-cost = Coût
cost-from-file = { $cost } dans les fichiers
field-tags = Étiquettes
tags-placeholder = presse, Lyon, vidéo
log-title = Relation : notes, incitation, actions
log-count = { $done } actions faites sur { $all }
field-note = Notes
field-incentive = Incitation
incentive-placeholder = Ce que cette personne y gagnerait
incentive-ideas = Centres d’intérêt voisins de cette communauté :
incentive-add = Ajouter { $interest } à l’incitation
incentive-around = quelque chose autour de « { $interest } »
actions-title = Actions
actions-none = Aucune pour l’instant.
action-add = Ajouter une action
action-what = Quoi faire
action-placeholder = Écrire, appeler, envoyer un échantillon…
action-unnamed = action sans nom
action-done = { $action } : fait
action-date = Date de { $action }
action-remove = Supprimer { $action }
action-is-done = fait
action-is-planned = prévu
list-column-place = place
list-column-handle = compte
list-column-name = nom
list-column-platform = réseau
list-column-rank = rang
list-column-score = score
list-column-followers = abonnés
list-column-community = communauté
list-column-stage = étape
list-column-choice = dans une équipe
list-column-cost = coût
list-column-tags = étiquettes
list-column-note = notes
list-column-incentive = incitation
list-column-date = date
list-column-action = action
list-column-done = état
announce-moved = { $handle } est maintenant à la place { $place }
announce-listed = { $count ->
    [one] { $count } personne ajoutée à la sélection
   *[other] { $count } personnes ajoutées à la sélection
}
announce-choosing = Composition d’une équipe
announce-chosen = { $members ->
    [one] Équipe composée, { $members } personne
   *[other] Équipe composée, { $members } personnes
}
announce-simulated = Simulation terminée

## Équipe : et si
if-title = Et si ?
if-empty = Composez d’abord une équipe ou retenez des personnes : un message doit bien partir de quelqu’un.
if-team = { $count ->
    [one] En partant de la personne choisie plus haut.
   *[other] En partant des { $count } personnes de l’équipe ci-dessus.
}
if-shortlist = { $count ->
    [one] En partant de la personne retenue.
   *[other] En partant des { $count } personnes retenues.
}
if-again = Recalculer
cascade-title = Comment le message circulerait-il ?
cascade-note = Un message parmi beaucoup de possibles, étape par étape, puis la moyenne sur tous.
cascade-go = Lancer un message
cascade-mean = En moyenne sur { $runs } simulations, { $people } personnes sont touchées.
cascade-relative = Ces fichiers ne permettent pas de dire des nombres de personnes : regardez le chemin, pas la taille.
cascade-player = Étapes du message
step-back = Précédent
step-on = Suivant
step-play = Dérouler
step-pause = Pause
step-range = Étape
step-of = étape { $step } sur { $last }
step-first = { $count ->
    [one] Une personne publie le message.
   *[other] { $count } personnes publient le message.
}
step-said = { $count ->
    [one] Reprise { $step } : { $count } personne de plus, { $all } en tout.
   *[other] Reprise { $step } : { $count } personnes de plus, { $all } en tout.
}
step-table = Qui est touché à l’étape { $step }, et par qui
step-by = Par
step-count = Personnes
step-who = Parmi elles
step-more = { $more ->
    [one] { $names } et { $more } autre
   *[other] { $names } et { $more } autres
}
cascade-hops = En moyenne, étape par étape
hop-column = Étape
hop-row = { $hop ->
    [one] { $hop } reprise
   *[other] { $hop } reprises
}
hop-people = Personnes touchées alors
hop-share = Part du public touché
cascade-map-title = Le message sur la carte
cascade-map-summary = { $step ->
    [0] Le message n’a pas encore été repris : { $all } des { $accounts } comptes l’ont.
    [one] Après { $step } reprise sur { $last }, { $all } des { $accounts } comptes ont le message.
   *[other] Après { $step } reprises sur { $last }, { $all } des { $accounts } comptes ont le message.
}
cascade-map-reading = La couleur et la forme disent après combien de reprises chacun a été touché, la taille combien de personnes il a touchées à son tour. Deux comptes proches partagent des liens.
cascade-map-cut = { $shown } des { $reached } personnes touchées sont dessinées, les premières touchées.
cascade-hop = { $hop ->
    [0] Au départ
    [one] Après { $hop } reprise
   *[other] Après { $hop } reprises
}
cascade-hop-last = Après { $hop } reprises ou plus
cascade-hop-never = Pas touchés cette fois
file-cascade-map = message
cascade-unlucky = { $count ->
    [one] Cette personne publie le message, et cette fois personne ne le reprend.
   *[other] Ces { $count } personnes publient le message, et cette fois personne ne le reprend.
}
cascade-nobody = { $count ->
    [one] Le message s’arrête à cette personne : dans ces fichiers, personne ne la reprend.
   *[other] Le message s’arrête à ces { $count } personnes : dans ces fichiers, personne ne les reprend.
}
cascade-chance = Un autre tirage prendrait un autre chemin : seule la moyenne est une estimation.
threshold-title = Quelques personnes, ou beaucoup ?
threshold-note = Et si l’on ne suivait qu’après une part de ceux que l’on écoute ? Plus cette part est grande, moins quelques personnes y suffisent.
threshold-go = Tester ce réseau
advice-few = Peu, bien choisies : dans ce réseau, les plus écoutés entraînent plus que leur seul public.
advice-many = Beaucoup, ordinaires : dans ce réseau, les plus écoutés n’entraînent pas plus que leur public.
advice-unclear = Ces fichiers ne tranchent pas : ni peu ni beaucoup n’est nettement mieux.
advice-multiplier = Parti du dixième le plus écouté, un message finit { $times } fois plus grand que parti d’un compte ordinaire ; leur public est { $audience } fois plus grand.
advice-multiplier-alone = Parti du dixième le plus écouté, un message finit { $times } fois plus grand que parti d’un compte ordinaire.
sweep-title = Comptes convaincus à la fin, selon la part d’attention qu’il faut
sweep-summary = Trois courbes, d’une part de { $from } à { $to } ; le tableau dessous dit la même chose.
sweep-data = Voir les chiffres
sweep-threshold = Part nécessaire
sweep-team = ces personnes
sweep-ordinary = autant de comptes ordinaires
sweep-random = autant au hasard
susceptible-title = Ceux dont le public suit sans personne d’autre (à une part de 18 %) :
susceptible-people = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
opinion-title = Un message, et un contre-message
opinion-note = Ces personnes disent oui. Où se posent les avis, si chacun écoute en partie ceux qu’il suit et garde en partie le sien ? Et si d’autres disent non ?
opinion-counter = Qui porte le contre-message
opinion-placeholder = compte, compte
opinion-go = Peser les avis
opinion-unknown = Absents de ces fichiers : { $names }
opinion-finding = En moyenne, l’avis se pose à { $after }.
opinion-finding-countered = En moyenne, l’avis se pose à { $after } avec le seul message, et à { $counter } avec le contre-message.
opinion-table = Avis par communauté, avant et après
opinion-before = Avant
opinion-after = Avec le message
opinion-with = Avec le contre-message
opinion-scale = De −100 % (tous avec le contre-message) à 100 % (tous avec le message) ; 0 % : aucun parti.

## Projets
project-title = Projet
project-title-named = Projet { $name }
project-unsaved = Des modifications ne sont encore dans aucun fichier.
project-saved = Tout est enregistré.
project-nothing = Rien encore à enregistrer, hors les fichiers eux-mêmes.
project-data = Ce que contient le fichier
project-without = Votre travail, sans les données
project-without-help = Réglages, sélection, relations, noms et empreintes des fichiers : vous les choisirez de nouveau à l’ouverture.
project-with = Votre travail et les données ({ $size } avant compression)
project-with-help = S’ouvre tout seul. Qui reçoit ce fichier reçoit les données.
project-with-impossible = Impossible : les fichiers sont trop gros, ou il en manque.
project-save = Enregistrer le projet
project-open = Ouvrir un projet…
project-new = Nouveau projet
project-note = Un projet est un fichier sur votre disque, en .sillage. On peut aussi le déposer sur la page.
project-lose = Ce qui n’est pas enregistré serait perdu : sélection, relations, réglages.
project-lose-new = Recommencer sans enregistrer
project-lose-open = Ouvrir sans enregistrer
project-back = Revenir
file-project = projet
announce-project-saved = Projet enregistré
announce-project-opened = Projet { $name } ouvert
wanted-title = { $count ->
    [one] Ce projet a besoin d’un fichier qu’il ne contient pas
   *[other] Ce projet a besoin de { $count } fichiers qu’il ne contient pas
}
wanted-note = Déposez-les sur la page, ensemble si possible : ils seront lus comme avant, et l’analyse suivra.
project-same = Même résultat qu’à l’enregistrement du projet, au dernier chiffre près.
project-other = Le résultat n’est pas celui qui avait été enregistré avec le projet.
project-other-files = Le résultat n’est pas celui qui avait été enregistré : { $names } a changé depuis.
project-other-method = Le résultat n’est pas celui qui avait été enregistré : la méthode était { $then }, elle est maintenant { $now }.
error-project-unknown = Ce n’est pas un projet Sillage.
error-project-newer = Ce projet vient d’une version plus récente de Sillage (format { $version }). Rechargez la page pour l’obtenir.
error-project-damaged = Ce projet est abîmé : il ne peut pas être ouvert. Ce qui est sur la page n’a pas changé.
error-project-too-large = Les données ({ $bytes }) sont trop grosses pour entrer dans un projet. Enregistrez-le sans elles.
