### L’écran Terrain après une analyse, et les graphiques : vient après le premier écran.

chart-data = Les chiffres
chart-missing = Le dessin n’a pas pu être chargé : voici les chiffres.

## L’étude d’un coup d’œil
ground-files = Les fichiers
overview-title = Vue d’ensemble
overview-working = Lecture de l’ensemble : activité, thèmes, langues, marques…
overview-again = Réessayer
overview-posts = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
} (hors partages) et { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} de { $accounts ->
    [one] { $accounts } personne
   *[other] { $accounts } personnes
}, du { $from } au { $to }.
overview-posts-day = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
} (hors partages) et { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} de { $accounts ->
    [one] { $accounts } personne
   *[other] { $accounts } personnes
}, le { $date }.
overview-posts-undated = { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
} (hors partages) et { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} de { $accounts ->
    [one] { $accounts } personne
   *[other] { $accounts } personnes
}, sans aucune date.
overview-ties = { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} de { $accounts ->
    [one] { $accounts } personne
   *[other] { $accounts } personnes
}, du { $from } au { $to }.
overview-ties-day = { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
} de { $accounts ->
    [one] { $accounts } personne
   *[other] { $accounts } personnes
}, le { $date }.
overview-ties-undated = { $interactions ->
    [0] Aucun post dans ces fichiers, ni d’interaction que l’on puisse situer dans le temps.
    [one] { $interactions } interaction, sans date.
   *[other] { $interactions } interactions, sans date.
}

## Activité
activity-posts = Posts
activity-interactions = Interactions
activity-accounts = Personnes
activity-peak-day = Le { $date } sort du lot : { $ratio } fois plus { $of ->
    [posts] de posts
   *[interactions] d’interactions
} qu’un jour ordinaire.
activity-peak-week = La semaine du { $date } sort du lot : { $ratio } fois plus { $of ->
    [posts] de posts
   *[interactions] d’interactions
} qu’une semaine ordinaire.
activity-peak-month = Le mois de { $date } sort du lot : { $ratio } fois plus { $of ->
    [posts] de posts
   *[interactions] d’interactions
} qu’un mois ordinaire.
activity-peak-year = L’année { $date } sort du lot : { $ratio } fois plus { $of ->
    [posts] de posts
   *[interactions] d’interactions
} qu’une année ordinaire.
activity-rising = L’activité monte : { $ratio } fois plus { $of ->
    [posts] de posts
   *[interactions] d’interactions
} dans la seconde moitié de la période que dans la première.
activity-falling = L’activité retombe : { $ratio } fois plus { $of ->
    [posts] de posts
   *[interactions] d’interactions
} dans la première moitié de la période que dans la seconde.
activity-steady = L’activité se maintient : à peu près autant { $of ->
    [posts] de posts
   *[interactions] d’interactions
} dans les deux moitiés de la période.
activity-usual-posts = { $usual ->
    [one] { $usual } post
   *[other] { $usual } posts
} { $unit ->
    [day] un jour ordinaire
    [week] une semaine ordinaire
    [month] un mois ordinaire
   *[year] une année ordinaire
}, { $most } au plus fort : { $period }.
activity-usual-interactions = { $usual ->
    [one] { $usual } interaction
   *[other] { $usual } interactions
} { $unit ->
    [day] un jour ordinaire
    [week] une semaine ordinaire
    [month] un mois ordinaire
   *[year] une année ordinaire
}, { $most } au plus fort : { $period }.
activity-usual-accounts = { $usual ->
    [one] { $usual } personne
   *[other] { $usual } personnes
} { $unit ->
    [day] un jour ordinaire
    [week] une semaine ordinaire
    [month] un mois ordinaire
   *[year] une année ordinaire
}, { $most } au plus fort : { $period }.
activity-window = Seul compte ce qui se trouve dans les dates choisies.
activity-plain-day = L’activité, jour par jour
activity-plain-week = L’activité, semaine par semaine
activity-plain-month = L’activité, mois par mois
activity-plain-year = L’activité, année par année
activity-summary = { $kind }, { $unit ->
    [day] jour par jour
    [week] semaine par semaine
    [month] mois par mois
   *[year] année par année
} : { $periods } barres, de { $least } à { $most }.
activity-table = L’activité au fil du temps (UTC)
activity-partial = { $period } (incomplet)
activity-pale = En plus pâle : { $unit ->
    [day] un jour
    [week] une semaine
    [month] un mois
   *[year] une année
} que les données ne couvrent pas de bout en bout.
activity-undated = { $count ->
    [one] { $count } post ou interaction sans date n’est pas sur le graphique.
   *[other] { $count } posts et interactions sans date ne sont pas sur le graphique.
}
activity-none = L’activité au fil du temps ne peut pas être dite
reason-span-too-long = Les dates sont trop éloignées les unes des autres : certaines sont sûrement fausses.
period-week = Semaine du { $date }
unit-name-day = Jour
unit-name-week = Semaine
unit-name-month = Mois
unit-name-year = Année

## Thèmes
themes-said = On parle surtout de { $themes }.
themes-rising = { $count ->
    [one] { $themes } monte.
   *[other] { $themes } montent.
}
themes-none = Aucun thème ne ressort
themes-note = Comptés en personnes, une voix chacune ; les partages des posts d’autrui ne comptent pas.
themes-halves = L’évolution compare les personnes qui ont écrit avant le { $date } à celles qui ont écrit depuis ; elle n’est dite que si le hasard ne l’explique guère.
themes-unmoved = Aucun ne monte ni ne passe nettement entre les personnes qui ont écrit avant le { $date } et celles qui ont écrit depuis.
themes-still-no-time = Sans dates, on ne peut pas dire ce qui monte et ce qui passe.
themes-still-few-accounts = Trop peu de personnes ont écrit pour dire ce qui monte et ce qui passe.
themes-tags = Hashtags
themes-words = Mots
themes-sites = Sites
themes-links = Pages
themes-tags-caption = Hashtags, selon le nombre de personnes qui les emploient
themes-words-caption = Mots, selon le nombre de personnes qui les emploient
themes-sites-caption = Sites, selon le nombre de personnes qui y renvoient
themes-links-caption = Pages, selon le nombre de personnes qui y renvoient
themes-moves = Évolution
themes-more = { $count } de plus
theme-on = avec le sujet
theme-up = ↑ de { $first } à { $second }
theme-down = ↓ de { $first } à { $second }
theme-unclear = pas de changement net

## Langues
languages-said = { $share } des personnes écrivent en { $language }.
languages-none = La langue de ces posts n’est pas connue
languages-unknown = Inconnue
languages-others = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
languages-summary = { $languages ->
    [one] { $languages } langue
   *[other] { $languages } langues
} ; inconnue pour { $unknown } personnes sur { $accounts }.
languages-tip = { $accounts ->
    [one] { $accounts } personne
   *[other] { $accounts } personnes
}, { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
}
languages-table = Langues de { $accounts } personnes et de { $posts } posts écrits par elles
languages-language = Langue

## Part de voix
share-between = { $share } ({ $low } à { $high })
voice-most = { $first } a le plus de voix : { $share } { $by ->
    [byAccounts] des personnes qui citent une marque
   *[share] des posts qui citent une marque
} (entre { $low } et { $high }).
voice-level = On ne peut pas départager { $first } et { $second } : leurs intervalles se recoupent.
voice-few = { $posts ->
    [0] Aucun post ne cite l’une de ces marques.
    [one] Un seul post cite l’une de ces marques : trop peu pour dire des parts.
   *[other] { $posts } posts citent l’une de ces marques : trop peu pour dire des parts.
}
voice-one = { $brand } est citée par { $accounts ->
    [one] { $accounts } personne
   *[other] { $accounts } personnes
}, dans { $posts ->
    [one] { $posts } post
   *[other] { $posts } posts
}.
voice-row = { $brand } : { $share }.
voice-byAccounts = Part des personnes
voice-share = Part des posts
voice-byEngagement = Part des réactions
voice-reactions = Réactions
voice-tone = Tonalité nette
voice-net = { $net } ({ $low } à { $high })
voice-toned = trop peu ({ $toned })
voice-awareness-topic = Notoriété parmi ceux qui parlent du sujet
voice-awareness-all = Notoriété parmi ceux qui ont écrit
voice-brand = Marque
voice-own = { $brand } (la vôtre)
voice-table = Ce qui se dit de chaque marque ; les intervalles sont vrais 95 fois sur 100
voice-note = Qui cite plusieurs marques donne à chacune une part égale. C’est à la part des personnes qu’il faut se fier : un compte, une voix. La tonalité nette va de −100 à +100, sur les posts qui ne citent qu’une marque.
voice-several = { $count ->
    [one] { $count } post cite plusieurs marques.
   *[other] { $count } posts citent plusieurs marques.
}
voice-official = { $count ->
    [one] { $count } post des comptes des marques elles-mêmes est laissé de côté.
   *[other] { $count } posts des comptes des marques elles-mêmes sont laissés de côté.
}
voice-why-share-few-posts = Pas de part des posts : { $posts } posts citent une marque, il en faut 30.
voice-why-byAccounts-few-accounts = Pas de part des personnes : { $accounts } personnes citent une marque, il en faut 10.
voice-why-byEngagement-no-counters = Pas de part des réactions : ces fichiers ne disent pas combien de personnes ont réagi.
voice-why-byEngagement-few-reactions = Pas de part des réactions : il y en a trop peu, ou presque toutes vont à une poignée de posts.
voice-why-awareness-few-accounts = Pas de notoriété : { $among } personnes ont écrit, il en faut 30.
voice-none = Part de voix : nommez votre marque et ses concurrentes
voice-none-how = Cet écran dira alors combien on parle de chacune, combien de personnes en parlent, et sur quel ton.
voice-none-told = La part de voix ne peut pas être dite
voice-give = Nommer des marques
voice-give-more = Ajouter des concurrentes

## Comment obtenir un export
exports-title = Comment obtenir un export ?
exports-note = Les réseaux remettent vos propres données sur demande : comptez de quelques minutes à quelques jours. Choisissez JSON ou CSV quand la question est posée, et déposez ici l’archive telle quelle.
exports-listening-title = Brandwatch, Talkwalker, Meltwater, Sprout Social
exports-listening = Depuis une recherche ou un tableau de bord : Exporter, mentions ou résultats, en CSV ou en Excel. Demandez toutes les colonnes : l’auteur, le texte et la date comptent le plus.
exports-x-title = X
exports-x = Paramètres, Votre compte, Télécharger une archive de vos données. Pour les posts des autres : une collecte par API (twarc, minet, rtweet), ou 4CAT avec Zeeschuimer.
exports-instagram-title = Instagram
exports-instagram = Espace Comptes, Vos informations et autorisations, Télécharger vos informations : JSON.
exports-facebook-title = Facebook
exports-facebook = Espace Comptes, Vos informations et autorisations, Télécharger vos informations : JSON.
exports-linkedin-title = LinkedIn
exports-linkedin = Préférences, Confidentialité des données, Obtenir une copie de vos données. Pour une page : Statistiques, Exporter.
exports-tiktok-title = TikTok
exports-tiktok = Paramètres et confidentialité, Compte, Télécharger tes données : JSON.
exports-youtube-title = YouTube
exports-youtube = takeout.google.com, YouTube seul. Pour les commentaires de n’importe quelle vidéo : YouTube Data Tools.
exports-mastodon-title = Mastodon
exports-mastodon = Préférences, Import et export, Demander vos archives ; les abonnements et les listes sont des CSV sur la même page.
exports-collected-title = Les posts des autres, par des outils de recherche
exports-collected = 4CAT, Zeeschuimer, minet, twarc, YouTube Data Tools : leurs fichiers CSV ou NDJSON, sans y toucher.
exports-sheet-title = Votre propre tableau
exports-sheet = Excel, LibreOffice ou Google Sheets : une ligne par post, avec un auteur et un texte ou une date. En CSV, ou copiez les cellules et collez-les plus haut.
exports-chats-title = Conversations
exports-chats = Telegram Desktop : menu de la discussion, Exporter l’historique, JSON. WhatsApp : menu de la discussion, Exporter la discussion, sans les médias.
exports-network-title = Un réseau
exports-network = Gephi, NodeXL, Pajek et les autres : enregistrez en GEXF, GraphML, GDF ou CSV.
