# Ce qui sort de l’étude, et qui n’en sort pas.
out-title = Exporter
out-lead = Les fichiers sont faits sur cet appareil. À vous de garder à l’abri ce que vous enregistrez.
out-nothing = Une fois des fichiers analysés, tableaux, réseaux et rapport sont ici. Votre travail peut être enregistré à tout moment.
out-stale = Le résultat est en cours de calcul : ce que vous enregistrez maintenant est le précédent.
out-who = Qui figure dans les fichiers
out-who-all = Tous les comptes classés ({ $ranked })
out-who-all-help = Dans les fichiers de réseau, aussi ceux qui ont trop peu de données.
out-who-shown = Ceux que le tableau montre
out-who-shown-help = Avec sa recherche, ses filtres et son ordre.
out-floor = Abonnés, au moins
out-floor-help = Laisse les petits comptes hors des fichiers. Vide : aucune limite.
out-names = Les noms
out-named = Tels quels
out-named-help = Comptes, noms et adresses de profil.
out-pseudonyms = Pseudonymes
out-pseudonyms-help = « Influenceur 001 » est le premier du classement. Ni compte, ni nom, ni lien, ni texte, ni numéro de post. Des chiffres exacts peuvent encore trahir quelqu’un.
out-key = Enregistrer la clé des pseudonymes
out-key-help = Qui se trouve derrière chaque numéro. À garder à part.
out-read = Pour lire
out-purpose = Finalité
out-purpose-help = Écrite dans le rapport et le classeur. Peut rester vide.
out-top = Personnes détaillées
out-use = Pour travailler
out-dialect = Tableaux pour
dialect-fr = Tableur français (« ; » et virgule décimale)
dialect-en = Tableur anglais (, et point décimal)
dialect-machine = Programmes (codes, sans garde contre les formules)
out-work = Pour reprendre plus tard
out-kind-report = Rapport (HTML)
out-kind-print = Imprimer, ou PDF
out-kind-xlsx = Classeur (XLSX)
out-kind-csv = Tableau (CSV)
out-kind-json = Résultat (JSON)
out-kind-gexf = Réseau (GEXF)
out-kind-graphml = Réseau (GraphML)
out-kind-project = Projet…
out-kind-link = Copier un lien
out-about-report = Un seul fichier qui s’ouvre partout, sans script ni connexion : constats, personnes et raisons, communautés, sources, limites.
out-about-print = Le même rapport par la fenêtre d’impression du navigateur, en A4.
out-about-xlsx = Le classement, et une feuille de sources et de méthode. Les nombres sont des nombres, rien n’est une formule.
out-about-csv = Le classement pour tout tableur, sous la forme choisie plus haut.
out-about-json = Réglages, résumé et classement, pour des programmes.
out-about-gexf = Pour Gephi et Gephi Lite, avec tout ce qui est connu de chaque compte.
out-about-graphml = Pour networkx, igraph, yEd et d’autres.
out-about-project = Réglages, sélection et relations, avec les données ou sans.
out-about-link = Objectif, poids, mots et dates dans une adresse. Aucune donnée, aucune liste de personnes, aucun compte.
link-copied = Lien copié. Il porte vos réglages, et les données de personne.
link-copied-without = Lien copié, sans les mots du sujet qui nomment un compte.
link-here = Votre navigateur ne permet pas de copier. Voici l’adresse : { $address }
sheet-ranking = Classement
sheet-notes = Sources et méthode
pseudonym-word = Influenceur
file-key = cle-des-pseudonymes
file-report = rapport
file-pseudonyms = pseudonymes
key-pseudonym = Pseudonyme
key-handle = Compte
key-name = Nom
key-platform = Réseau
key-id = Identifiant
opt-out-title = Personnes qui ont demandé à ne pas figurer
opt-out-lead = Qui s’y est opposé ne figure nulle part : classement, fiches, carte, équipes, rapports, exports.
opt-out-how = Leurs posts, ce qui ne fait que les reprendre et leurs liens sont retirés avant tout calcul, plutôt que gardés sous un autre nom : un point anonyme au milieu de voisins connus se reconnaît sans peine. Dans ce que d’autres écrivent, leur nom est couvert : @•••.
opt-out-label = Comptes, ou adresses de profil
opt-out-help = Un par ligne. Majuscules et @ ne comptent pas, et un compte vaut sur tous les réseaux. Un fichier peut être déposé ici.
opt-out-prints = { $count ->
    [one] { $count } autre personne est sur la liste par son empreinte, sans son nom.
   *[other] { $count } autres personnes sont sur la liste par leur empreinte, sans leur nom.
}
opt-out-forget = Les retirer de la liste
opt-out-apply = Appliquer
opt-out-file = Ajouter un fichier…
opt-out-hash = Ne garder que des empreintes
opt-out-kept = La liste vaut aussi pour chaque fichier que vous ajouterez. Un projet la garde en empreintes, jamais en noms : qui devine un nom peut le vérifier, personne ne peut le lire. Un projet avec ses données contient toujours les fichiers tels quels. Rien n’est changé dans vos propres fichiers.
opt-out-change = Retirer des personnes
opt-out-nobody = Personne n’a demandé à ne pas figurer.
opt-out-same = La liste est la même.
opt-out-applied = { $count ->
    [0] La liste est vide : tout le monde est de retour.
    [one] Une entrée s’applique. Le résultat est recalculé.
   *[other] { $count } entrées s’appliquent. Le résultat est recalculé.
}
opt-out-will = { $count ->
    [0] La liste est vide.
    [one] Une entrée sur la liste. Elle vaudra dès la prochaine analyse.
   *[other] { $count } entrées sur la liste. Elles vaudront dès la prochaine analyse.
}
opt-out-hashed = { $count ->
    [one] Une entrée n’est plus qu’une empreinte.
   *[other] { $count } entrées ne sont plus que des empreintes.
}
opt-out-read = { $count ->
    [one] { $count } entrée lue. Vérifiez, puis appliquez.
   *[other] { $count } entrées lues. Vérifiez, puis appliquez.
}
opt-out-found = { $found ->
    [0] Sur { $asked } de la liste, aucune n’est dans ces fichiers.
    [one] Sur { $asked } de la liste, { $found } se trouve dans ces fichiers et a été retiré.
   *[other] Sur { $asked } de la liste, { $found } se trouvent dans ces fichiers et ont été retirés.
}
opt-out-gone = Comptes retirés : { $accounts }. Posts : { $posts }. Liens : { $ties }. Textes d’autres personnes où un nom est couvert : { $covered }.
error-opt-out-unavailable = La liste des personnes qui ont demandé à ne pas figurer ne peut pas être enregistrée ici sans leurs noms : le moteur ne tourne pas, ou la page n’est ouverte ni en https ni depuis un fichier. Rien n’a été enregistré.
csv-left-out = Personnes retirées à leur demande
report-title = Qui fait bouger cette audience
report-made = Fait le
report-data = Données
report-counts = { $accounts } comptes, { $posts } posts, { $ties } liens
report-brief = Sujet
report-none = Aucun
report-window = Période prise en compte
report-window-all = Tout ce que contiennent les fichiers
report-method = Méthode
report-hash = Empreinte du résultat
report-left-out = Retirés à leur demande
report-names = Noms
report-pseudonyms = Remplacés par des numéros dans l’ordre du classement ; la clé est gardée à part.
report-running = { $files ->
    [one] { $files } fichier, { $date }, méthode { $version }
   *[other] { $files } fichiers, { $date }, méthode { $version }
}
report-findings = Ce qui ressort
report-no-findings = Ces données ne permettent pas d’énoncé général.
report-people = { $count ->
    [one] Le premier compte
   *[other] Les { $count } premiers comptes
}
report-interval = Rang, 9 fois sur 10
report-ranks = { $low } à { $high }
report-evidence-count = Posts : { $posts }. Personnes qui réagissent : { $people }.
report-why = Pourquoi ces personnes
report-unknown = Inconnu ici : { $factors }.
report-circles = Communautés
report-circle = Communauté
report-size = Comptes
report-central = Au centre
report-interests = Parle aussi de
report-team = Sélection
report-stage = Étape
report-cost = Coût
report-cannot = Ce que ces données ne disent pas
report-limit-sample = Tout est dit parmi les { $accounts } comptes de ces fichiers. Qui n’y est pas n’est pas jugé.
report-limit-cause = Être repris va avec l’influence ; cela ne prouve pas que quelqu’un ait changé d’avis.
report-limit-people = Aucun score ne dit ce que vaut une personne. Avant de décider, lisez ses posts et parlez-lui.
report-basis = Sources et méthode
report-method-note = Mêmes fichiers, mêmes réglages et même méthode donnent la même empreinte, sur toute machine. Formules : docs/methode.md de Sillage.
report-file = Fichier { $number }
report-rows = { $seen } lignes, { $kept } gardées, { $dropped } écartées
report-fingerprint = empreinte { $fingerprint }
studies-title = Études ouvertes à côté
studies-note = Aucune. Commencez-en une autre sans perdre celle-ci, et passez de l’une à l’autre.
study-untitled = Étude sans fichier
study-beside = Une autre étude à côté de celle-ci
study-holds = { $files ->
    [0] aucun fichier
    [one] un fichier
   *[other] { $files } fichiers
}
study-accounts = { $accounts } comptes
study-unsaved = non enregistrée
study-go = Y aller
study-close = Fermer { $name }
study-close-sure = Fermer sans enregistrer
study-lose = Ce qui n’y est pas enregistré serait perdu.
announce-study-fresh = Nouvelle étude. L’autre reste ouverte.
announce-study-opened = { $name } est à l’écran.
announce-study-closed = Étude fermée.
