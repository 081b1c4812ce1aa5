### L’écran Objectif : ce que l’on cherche, ce qui compte, et ce que cela change.

objective-empty = Rien à régler pour l’instant : ajoutez des fichiers sur l’écran Terrain.

## La première phrase
seek-none = Aucun objectif n’est choisi : les { $accounts } comptes sont classés par le nombre de personnes qui les reprennent.
seek-none-about = Aucun objectif n’est choisi : les { $accounts } comptes sont classés par le nombre de personnes qui les reprennent, quel que soit le sujet.
seek-awareness = On cherche des voix qui portent loin, parmi { $accounts } comptes.
seek-awareness-about = On cherche des voix qui portent loin sur « { $subject } », parmi { $accounts } comptes.
seek-consideration = On cherche des voix crédibles, parmi { $accounts } comptes.
seek-consideration-about = On cherche des voix crédibles sur « { $subject } », parmi { $accounts } comptes.
seek-conversion = On cherche des voix qui font agir, parmi { $accounts } comptes.
seek-conversion-about = On cherche des voix qui font agir sur « { $subject } », parmi { $accounts } comptes.
seek-advocacy = On cherche des voix qui vous défendent déjà, parmi { $accounts } comptes.
seek-advocacy-about = On cherche des voix qui vous défendent déjà sur « { $subject } », parmi { $accounts } comptes.
seek-crisis = On cherche des voix qui portent vite et loin en ce moment, parmi { $accounts } comptes.
seek-crisis-about = On cherche des voix qui portent vite et loin en ce moment sur « { $subject } », parmi { $accounts } comptes.
seek-choose = Choisissez à quoi sert la campagne, et l’ordre en tiendra compte.
seek-none-score = Aucun objectif n’est choisi, et rien ne relie ces { $accounts } comptes : ils sont classés par leur score.
seek-told = Ces données permettent de mesurer { $told ->
    [one] { $told } critère
   *[other] { $told } critères
} sur { $all }.
seek-told-all = Ces données permettent de mesurer les { $all } critères.
seek-told-share = Ces données permettent de mesurer { $told ->
    [one] { $told } critère
   *[other] { $told } critères
} sur { $all }, soit { $share } de ce qui compte ici.
change-none = Les { $of } premiers sont les mêmes que par les seules reprises.
change-some = { $count ->
    [one] L’objectif fait entrer { $count } compte parmi les { $of } premiers, par rapport aux seules reprises.
   *[other] L’objectif fait entrer { $count } comptes parmi les { $of } premiers, par rapport aux seules reprises.
}
change-first = { $handle } passe en tête.
change-same-first = { $handle } reste en tête.
untold-title = { $count ->
    [one] Le critère que ces données ne disent pas
   *[other] Les { $count } critères que ces données ne disent pas
}

## Les parties
objective-part-presets = À quoi sert la campagne
objective-intro-presets = Six points de départ. Chacun pose des poids, que vous pouvez changer.
objective-part-weights = Ce qui compte, et combien
objective-intro-weights = Les trois font toujours 100. Le classement suit le curseur.
objective-part-brief = De quoi l’on parle
objective-intro-brief = Le sujet décide de la pertinence. Sans sujet, elle ne peut pas être mesurée.
objective-part-brands = Marque et concurrents
objective-intro-brands = Pour trouver vos ambassadeurs, vos détracteurs et ceux des autres.
objective-part-audience = Public visé
objective-intro-audience = Tout le monde. Précisez qui vous voulez toucher.
objective-part-known = Personnes déjà connues
objective-intro-known = Vos équipes et vos clients, reconnus parmi les comptes.
objective-part-time = Période, mémoire et liens
objective-intro-time = Toutes les dates, et une mémoire choisie sur vos données.
objective-part-costs = Coûts
objective-intro-costs = Par taille de compte, pour composer une équipe sous un budget.

## Les choix
objective-unweighted = Sans poids : l’ordre des reprises
gate-topic = { $count ->
    [0] Devraient passer d’abord les comptes d’au moins 5 posts sur le sujet : il n’y en a aucun.
    [one] Passe d’abord le seul compte d’au moins 5 posts sur le sujet.
   *[other] Passent d’abord les { $count } comptes d’au moins 5 posts sur le sujet.
}
gate-topic-none = Les comptes qui parlent souvent du sujet devraient passer d’abord : ces données ne permettent pas de les reconnaître.
gate-ambassador = { $count ->
    [0] Devraient passer d’abord ceux qui vous défendent déjà : ces données n’en montrent aucun.
    [one] Passe d’abord le seul compte qui vous défend déjà.
   *[other] Passent d’abord les { $count } comptes qui vous défendent déjà.
}
gate-ambassador-none = Ceux qui vous défendent déjà devraient passer d’abord : dites quelle est votre marque pour les reconnaître.

## Les poids
weights-unused = Sans objectif, l’ordre est celui des reprises : ces poids font le score, pas le rang.
factors-title = Les neuf critères, pilier par pilier
factors-own = réglés par vous

## Le sujet
words-none = Aucun sujet : tous les posts comptent de la même façon.
words-counting = Recherche dans les posts…
words-untold = Ces fichiers n’ont pas de texte où chercher.
syntax-title = Comment écrire un sujet
syntax-or = café, thé
syntax-or-help = L’un ou l’autre suffit. « OR » fait de même.
syntax-phrase = "commerce équitable"
syntax-phrase-help = L’expression entière, dans cet ordre.
syntax-not = café -machine
syntax-not-help = « café », mais pas les posts qui disent « machine ».
syntax-tag = #torréfaction
syntax-tag-help = Le hashtag seulement, pas le mot.
syntax-prefix = torréf*
syntax-prefix-help = Tout ce qui commence ainsi : torréfacteur, torréfaction. Accents et majuscules ne comptent pas.

## Les marques
brands-own = Votre marque
brands-name = Nom
brands-name-placeholder = Café Lumière
brands-aliases = Autres noms
brands-aliases-placeholder = #cafelumiere, @cafelumiere
brands-others = Concurrents
brands-others-none = Personne pour l’instant.
brands-other-name = Concurrent { $number }, nom
brands-other-aliases = Concurrent { $number }, autres noms
brands-other-placeholder = @maisonbrulee
brands-add = Ajouter un concurrent
brands-remove = Retirer { $name }

## Le public visé
audience-communities = Communautés
audience-communities-wait = Les communautés arrivent, une fois leurs noms trouvés.
audience-communities-none = Ces données ne dessinent pas de communauté.
audience-languages = Langues des comptes
audience-clear = Viser tout le monde

## Le temps et les liens
window-lately = { $days } derniers jours
half-label = Mémoire
half-auto = Choisie sur vos données
half-days = Demi-vie, en jours
half-off = Rien ne s’efface
half-number = Demi-vie en jours
half-unit = jours
ties-weights-title = Ce que vaut chaque lien
ties-weights-help = De 0 (ne compte pas) à 1. Seuls les liens présents dans vos fichiers sont montrés.
ties-weights-reset = Revenir aux valeurs de départ
tie-number = { $layer }, valeur de 0 à 1

## Les coûts
costs-priced = { $count ->
    [one] { $count } personne a son propre coût.
   *[other] { $count } personnes ont leur propre coût.
}
costs-people = Coûts par personne et budget, sur l’écran Équipe

## Les dix premiers
top-title = Les dix premiers
top-caption = Les dix premiers comptes, avec leur rang d’avant
top-same = Changez un poids ou un mot : leur rang d’avant restera à côté.
top-unmoved = { $count ->
    [one] Rien ne bouge en tête.
   *[other] Aucun des { $count } premiers ne change de place.
}
top-shifted = { $count ->
    [one] { $count } des { $of } premiers a changé de place.
   *[other] { $count } des { $of } premiers ont changé de place.
}
top-entered = { $count ->
    [one] { $people } entre dans la liste.
   *[other] Entrent dans la liste : { $people }.
}
top-best = { $handle } passe de la { $before }ᵉ à la { $now ->
    [1] 1ʳᵉ
   *[other] { $now }ᵉ
} place.
top-before = avant
top-moved = Places gagnées ou perdues
top-all = Voir tout le classement
top-mark = Comparer à partir d’ici
moved-new = nouveau
moved-same = même place
moved-up = { $places ->
    [one] { $places } place gagnée
   *[other] { $places } places gagnées
}
moved-down = { $places ->
    [one] { $places } place perdue
   *[other] { $places } places perdues
}

## En une ligne, au-dessus du classement
objective-change = Changer l’objectif
line-always = toutes les dates
line-since = depuis le { $day }
line-until = jusqu’au { $day }
line-audience = public visé
row-was = ({ $before }ᵉ avant)
audience-places-known = { $located } des { $accounts } comptes indiquent un lieu, { $described } se présentent dans leur bio : vos mots y sont cherchés, et nulle part ailleurs. Des { $unknown } autres, aucun lieu n’est connu, et aucun n’est deviné.
audience-places-unknown = Aucun des { $accounts } comptes n’indique de lieu ni de bio dans ces fichiers : personne ne peut être trouvé par lieu, et aucun lieu n’est deviné.
audience-members = { $members ->
    [0] Aucun des { $accounts } comptes n’appartient à cette audience cible.
    [one] { $members } des { $accounts } comptes appartient à cette audience cible.
   *[other] { $members } des { $accounts } comptes appartiennent à cette audience cible.
}
