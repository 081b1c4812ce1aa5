### L'écran Mesure : vient après le premier écran ; la ligne de commande a besoin des phrases du test rétrospectif.

measure-span = { $days } jours de données, du { $from } au { $to } : de quoi comparer un avant et un après.
measure-day = Une seule journée de données, le { $day } : on peut en comparer les heures.
measure-undated = Ces fichiers n’ont pas de dates : rien n’y distingue l’avant de l’après.
measure-how = Deux questions aux mêmes fichiers : ce qui diffère entre deux périodes, et si les personnes que le classement met en tête sont celles qui ont compté ensuite.
measure-again = Refaire
show-all = Tout montrer ({ $count })
show-fewer = En montrer moins
days = { $days } j
factor = ×{ $ratio }
factor-between = ×{ $ratio } ({ $low } à { $high })
interval = { $value } ({ $low } à { $high })
rank-between = { $rank } ({ $low } à { $high })
unit-day = jour
unit-quarter = tranche de six heures
unit-hour = heure
announce-testing = Test rétrospectif commencé
announce-tested = Le test rétrospectif est prêt
announce-comparing = Comparaison commencée
announce-compared = La comparaison est prête

## Avant et après
compare-heading = Avant et après
compare-about = Deux périodes des mêmes fichiers, côte à côte : activité, rangs, personnes plus ou moins relayées, communautés. On y lit ce qui a changé, pas pourquoi : il manque un groupe de comparaison que votre campagne n’aurait pas touché.
window-before = Avant
window-after = Après
window-begins = Du
window-ends = Jusqu’au
window-halves = Deux moitiés
window-last = La dernière semaine et la précédente
window-utc = Dates et heures en temps universel (UTC), comme le résultat. L’instant de fin ne compte pas.
window-range = { $from } – { $to }
compare-go = Comparer les deux périodes
compare-cannot = Ces deux périodes ne peuvent pas être comparées.
compare-reason-no-times = Les fichiers n’ont pas de dates : avant et après ne se distinguent pas.
compare-reason-overlap = Les périodes se recouvrent : ce qui est dans les deux compterait comme avant et comme après. Faites commencer la seconde là où finit la première, ou plus tard.
compare-reason-reversed = La seconde période précède la première. Échangez-les.
compare-reason-empty-before = La première période est vide. Choisissez des dates que les fichiers couvrent.
compare-reason-empty-after = La seconde période est vide. Choisissez des dates que les fichiers couvrent.
compare-reason-few-events = Trop peu pour parler des personnes : la période la plus calme compte { $have } relais, il en faudrait { $need }.
compare-total-unknown = Les deux périodes sont trop courtes ou trop calmes pour comparer leur activité.
compare-interactions-more = Il y a eu plus d’interactions par jour après qu’avant : { $ratio }.
compare-interactions-less = Il y a eu moins d’interactions par jour après qu’avant : { $ratio }.
compare-interactions-same = On ne peut pas dire si les interactions par jour ont changé : { $ratio }.
compare-posts-more = Il y a eu plus de publications par jour après qu’avant : { $ratio }.
compare-posts-less = Il y a eu moins de publications par jour après qu’avant : { $ratio }.
compare-posts-same = On ne peut pas dire si les publications par jour ont changé : { $ratio }.
compare-people = Sur { $tested } comptes, au-delà du hasard : { $up } en hausse, { $down } en baisse.
compare-nobody = { $tested ->
    [one] Le seul compte relayé n’a pas changé au-delà du hasard.
   *[other] Aucun des { $tested } comptes relayés n’a changé au-delà du hasard.
}
compare-turnover = { $appeared } n’ont été relayés qu’après, { $gone } qu’avant ; avec de petits nombres, le hasard suffit à cela.
compare-note-lengths-differ = Les périodes n’ont pas la même durée : les changements comparent ce qui s’est passé en un temps égal. Le nombre de personnes différentes, lui, grandit avec la durée.
compare-note-no-control = Ce qui a changé va avec la seconde période, pas avec une cause : saison, actualité et campagne ne sont pas départagées.
compare-note-target-communities = Les communautés de l’audience cible ont été laissées de côté : elles sont retrouvées dans chaque période.
compare-unit = Pour les changements, une personne compte une fois par { $unit }. Les nombres varient { $dispersion } fois plus que le seul hasard ne le ferait, et les intervalles en tiennent compte. Parmi les comptes dits changés, on attend au plus une fausse alerte sur dix.
compare-chart = { $up } en hausse, { $down } en baisse : les changements les plus sûrs
compare-chart-summary = { $count ->
    [one] Pour un compte, les personnes qui l’ont relayé par unité de temps, avant et après.
   *[other] Pour { $count } comptes, les personnes qui les ont relayés par unité de temps, avant et après.
}
compare-rates = Personnes qui les ont relayés, par unité de temps
compare-csv = Comptes en CSV
compare-file = avant-apres.csv
totals-title = Les deux périodes
totals-change = Changement à temps égal (90 %)
totals-posts = Publications
totals-authors = Comptes qui ont publié
totals-interactions = Interactions
totals-people = Personnes qui ont interagi
totals-received = Comptes qui en ont reçu
totals-sources = Comptes relayés
totals-voice = Part de voix de la marque (95 %)
totals-positive = Publications positives, parmi celles qui ont un ton
totals-negative = Publications négatives, parmi celles qui ont un ton
accounts-title = Compte par compte
accounts-change = Changement (90 %)
accounts-said = Ce qu’on peut dire
rank-before = Rang avant
rank-after = Rang après
people-before = Personnes avant
people-after = Personnes après
kind-up = plus
kind-down = moins
kind-same = pas de changement au-delà du hasard
kind-unsure = peut-être : pas assez sûr parmi tant de comptes
only-before = avant seulement
only-after = après seulement
circle-fates = { $count ->
    [one] Ce qu’est devenue une communauté
   *[other] Ce que sont devenues { $count } communautés
}
circle-fates-caption = Les communautés avant et après
circle-fates-change = Ce qui s’est passé
circle-fates-before = Membres avant
circle-fates-after = Membres après
circle-fates-central = Les plus relayés
circle-continued = est restée la même
circle-grown = a grandi
circle-shrunk = a rétréci
circle-merged = a fusionné
circle-split = s’est scindée
circle-born = est nouvelle
circle-dissolved = s’est dissoute

## Test rétrospectif
test-title = Le classement aurait-il vu juste ?
test-about = Le classement est refait avec les seules données d’avant un jour donné, puis comparé à ce qui s’est vraiment passé ensuite ; quatre fois. Ce que le nombre d’abonnés, de simples comptages ou le hasard auraient trouvé est compté de la même façon.
test-go = Tester le classement sur ces données
test-csv = Test rétrospectif en CSV
test-file = test-retrospectif.csv
test-cannot = Il n’y a pas assez de données pour dire si le classement voit juste.
test-reason-no-ties = Les fichiers n’ont pas d’interactions entre comptes : rien ne dit qui a compté ensuite.
test-reason-no-times = Les interactions n’ont pas de dates : le début et la fin ne se distinguent pas.
test-reason-few-events = Il y a { $have } repartages ou réactions datés ; il en faudrait { $need }.
test-reason-short-span = Les données durent { $have } jours, trop peu pour les jours à prévoir ; il en faudrait { $need }.
test-reason-few-people = Au mieux { $have } des comptes déjà connus ont été relayés ensuite ; il en faudrait { $need } pour distinguer un ordre du hasard.
test-finding = { $tests ->
    [one] Dans un test, notre classement a désigné d’avance { $found } des { $mattered } personnes qui ont compté ensuite ; { $other } en aurait désigné { $theirs }, le hasard { $chance }.
   *[other] En moyenne sur { $tests } tests, notre classement a désigné d’avance { $found } des { $mattered } personnes qui ont compté ensuite ; { $other } en aurait désigné { $theirs }, le hasard { $chance }.
}
test-finding-alone = { $tests ->
    [one] Dans un test, notre classement a désigné d’avance { $found } des { $mattered } personnes qui ont compté ensuite ; le hasard en aurait désigné { $chance }.
   *[other] En moyenne sur { $tests } tests, notre classement a désigné d’avance { $found } des { $mattered } personnes qui ont compté ensuite ; le hasard en aurait désigné { $chance }.
}
test-better = Sur ces données, notre ordre fait mieux que : { $names }.
test-alike = On ne peut pas le départager de : { $names }.
test-worse = Il fait moins bien que : { $names }. Ici, l’ordre plus simple est meilleur.
test-ceiling = { $share } de ce qui a été relayé ensuite venait de comptes que personne ne pouvait connaître avant.
test-chart = { $found } sur { $mattered } trouvées d’avance ; { $beaten } des { $rivals } autres ordres font sûrement moins bien
test-chart-summary = Personnes qui ont compté ensuite parmi les { $top } premières places, selon chaque ordre.
test-bar = { $name } : { $found } sur { $mattered }
test-table = Comment chaque ordre a prévu qui compterait
test-column-order = Ordre
test-column-found = Trouvées
test-column-precision = Part des premières places
test-column-ndcg = NDCG
test-column-capture = Personnes captées ensuite
test-column-covered = Personnes touchées
test-column-difference = Le nôtre moins lui, NDCG (95 %)
test-column-verdict = Le nôtre est
verdict-better = meilleur
verdict-alike = non départagé
verdict-worse = moins bon
order-ours = notre classement
order-followers = le nombre d’abonnés
order-reshares = le nombre de repartages
order-reshares-reactions = le nombre de réactions
order-people = le nombre de personnes qui repartagent
order-people-reactions = le nombre de personnes qui réagissent
order-degree = le nombre de personnes, toutes interactions
order-mentions = le nombre de mentions
order-pagerank = le PageRank
order-activity = l’activité propre
order-random = le hasard
order-oracle = le meilleur ordre possible
test-people = Qui le classement désignait le { $date }
test-people-caption = Les premières places avant le dernier test, et la suite
test-place = Place d’alors
test-later-reshares = Personnes qui l’ont repartagé ensuite
test-later-reactions = Personnes qui ont réagi ensuite
test-mattered = A compté ensuite
test-yes = oui
test-no = non
test-cuts = Chaque test
test-cuts-about = Après chaque instant, on regarde les { $days } jours suivants. Les intervalles ci-dessus tiennent compte des personnes présentes dans chaque test.
test-cut-at = Connu jusqu’au
test-cut-candidates = Candidats
test-cut-passed = Relayés ensuite
test-cut-mattered = Ont compté
test-cut-found = Trouvés par nous
test-cut-ceiling = Pouvait être connu
test-cut-halflife = Demi-vie
test-cut-few = trop peu
test-cut-never = aucune
test-note-as-of-collection = Likes, vues et abonnés datent du jour où les fichiers ont été faits : notre classement s’en est passé ici, puisque personne ne pouvait les connaître.
test-note-followers-later = L’ordre par abonnés a pu s’en servir quand même, ce qui l’avantage.
test-note-followers-few = Les abonnés ne sont connus que pour { $known } des candidats.
test-note-no-followers = Les fichiers ne donnent pas les abonnés : cet ordre ne peut pas être testé.
test-note-target-communities = Les communautés de l’audience cible ont été laissées de côté : elles sont retrouvées à partir de ce qui précède.
test-note-some-cuts = { $tests } tests sur { $cuts } avaient assez de personnes pour conclure ; les autres ne comptent pas dans les moyennes.
test-note-few-sharers = Peu de personnes ont fait tous les relais suivants : cela dit qui elles relaient, et peu de chose sur les autres.
