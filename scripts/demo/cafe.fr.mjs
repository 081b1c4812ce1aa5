// The French demo: spring campaign of the invented roaster « Café Lumière ». Nobody here exists.

/** Named lists that `<name>` draws from. */
export const lists = {
  origine: ["Éthiopie Guji", "Kenya Nyeri", "Colombie Huila", "Guatemala Antigua", "Burundi Kayanza", "Pérou Cajamarca", "Honduras Marcala", "Rwanda Huye"],
  note: ["abricot et jasmin", "cassis et thé noir", "noisette et cacao", "bergamote", "pêche blanche", "caramel et pomme cuite", "fleur d'oranger", "prune et miel", "pamplemousse rose", "praliné"],
  methode: ["V60", "Chemex", "AeroPress", "piston", "cafetière italienne", "Kalita", "siphon"],
  minute: ["2 min 30", "3 minutes", "3 min 20", "2 min 45", "4 minutes"],
  dose: ["15 g pour 250 ml", "18 g pour 300 ml", "20 g pour 320 ml", "30 g pour un demi-litre", "16 g pour 260 ml"],
  moment: ["ce matin", "hier soir", "dimanche", "mardi", "jeudi soir", "cette semaine", "samedi", "tout à l'heure"],
  quartier: ["la Croix-Rousse", "la Guillotière", "Monplaisir", "Vaise", "Perrache", "Villeurbanne", "Saint-Jean", "Bellecour"],
  plat: ["une tarte aux pralines", "des quenelles", "un brunch salé", "une brioche tiède", "un œuf cocotte", "une focaccia", "des madeleines tièdes", "un saint-marcellin"],
  marque: ["Café Lumière", "#CaféLumière", "Café Lumière", "@cafe_lumiere_torref", "#CaféLumière"],
  nom_marque: ["Café Lumière", "#CaféLumière"],
  campagne: ["#ÉclatDePrintemps", "#CaféLumière", "#ÉclatDePrintemps #CaféLumière"],
  tag: ["#café", "#torréfaction", "#café #filtre", "#barista", "#caféfiltre", "#espresso", "", "", ""],
  taglyon: ["#Lyon", "#LyonFood", "#bonneadresse", "#Lyon #brunch", "", ""],
  tagagri: ["#agroécologie", "#agroforesterie", "#solvivant", "#circuitcourt", "", ""],
  tagmaison: ["#baristamaison", "#espresso", "#latteart", "#café", "", ""],
  joie: ["☕", "🙌", "😍", "✨", "🌿", "👏", "🔥", "❤️", "", "", ""],
  humeur: ["😊", "🙃", "😂", "🌤️", "", "", ""],
  soupir: ["😅", "🙄", "😴", "😬", "🤷", "", ""],
  prix: ["9,50 €", "11 €", "12,90 €", "14 €", "8 €"],
  expert: ["@armel_broussandier", "@odile_marchepoix", "@yannig_delorvault", "@maiwenn_castelbrac"],
  culture: ["tomates", "haricots", "courges", "fèves", "fraises", "choux"],
  ville: ["Rennes", "Nantes", "Dijon", "Lille", "Grenoble", "Brest", "Pau", "Metz", "Tours"],
  serie: ["la saison 2", "l'épisode d'hier", "le final", "le nouveau générique"],
};

/** Banks of hand-written posts. */
export const texts = {
  torrefaction: [
    "{Torréfaction|Petite torréfaction|Grosse torréfaction} {du jour|<moment>} : <origine>, développement un peu plus long pour aller chercher <note>. {On goûte demain.|Résultat en tasse jeudi.|Verdict bientôt.} #torréfaction #café",
    "Une courbe de torréfaction, ça ne se copie pas. {Votre tambour n'est pas le mien.|L'humidité du grain change tout.|Le même profil sur deux lots donne deux cafés.} #torréfaction #café",
    "Le premier crack n'est pas une alarme, c'est {une invitation à ralentir|le moment où l'on choisit|le début de la conversation}. #torréfaction #café",
    "{On me demande souvent|Question reçue <moment>} : pourquoi torréfier clair ? Parce que <note>, ça se perd {à 220 °C|trente secondes trop tard|dès qu'on vise le noir}. #torréfaction #café",
    "Dégustation à l'aveugle <moment> : quatre lots de <origine>, un seul net favori, tout en <note>. {Le moins cher des quatre.|Celui que personne n'attendait.|Torréfié il y a neuf jours.} #café",
    "Un café fraîchement torréfié a besoin de repos : {cinq jours en filtre, dix en espresso|une semaine au minimum|plus qu'on ne le croit}. La patience, c'est gratuit. #torréfaction #café",
    "{Fiche technique|Notes de cuve|Carnet} : <origine>, {lavé|nature|honey}, <note> en tasse. {Je vous mets le profil complet ce soir.|Le sac part demain.|Température de charge : 195 °C.} #torréfaction #café",
    "Acheter du café vert, c'est {d'abord écouter des gens|faire confiance à une récolte qu'on n'a pas vue|refuser plus qu'accepter}. <origine> cette année : {petite|belle|étonnante} récolte. #café",
    "Non, un café n'est pas {« fort » parce qu'il est noir|meilleur parce qu'il est amer|raté parce qu'il est acide}. Fil court sur la torréfaction et le goût. #café",
  ],
  filtre: [
    "Recette du {lundi|mardi|jeudi|week-end} : <methode>, <dose>, <minute>. Avec un <origine>, on trouve <note>. #café #filtre",
    "Si votre filtre est {amer, moulez plus gros|creux, moulez plus fin|plat, changez d'eau avant de changer de café}. Un seul réglage à la fois. #café #filtre",
    "L'eau, c'est 98 % de la tasse. {J'ai comparé quatre eaux du commerce|Trois carafes, un seul café|Test en aveugle à six} <moment> : l'écart est énorme. #café",
    "<methode> ou <methode> ? Pour un <origine> je choisis {la clarté|le corps|celle que j'ai sous la main}. {Et vous ?|Débat ouvert.|} #café #filtre",
    "{Rappel utile :|Astuce simple :|On l'oublie toujours :} rincez le filtre, préchauffez la tasse, {pesez|notez tout|goûtez tiède}. Le café filtre devient facile. #café",
    "Un café filtre à {12|14|18} € le paquet revient à {cinquante centimes|moins d'un ticket de bus|quarante centimes} la tasse. {On en reparle ?|Voilà.|Le calcul est dans le fil.} #café",
    "Versée {en trois fois|continue|par pulsations}, <dose>, <minute> : <note>, sans amertume. {Ma préférée du mois.|Essayez-la dimanche.|À vous de jouer.} #café #filtre",
    "Moulin réglé {deux crans plus fin|au gros sel|comme du sable} et tout change : le <origine> passe de plat à <note>. #café #filtre",
  ],
  barista: [
    "Lait à 60 °C, pas plus : {après, le sucre se tait|au-delà il cuit|votre café mérite mieux}. Tuto latte art {ce soir|<moment>}. #barista #latteart",
    "{Trois|Quatre|Deux} erreurs que je vois à chaque formation barista : {le tassage de travers|la buse sale|la mouture de la veille}, et j'en passe. {Fil.|On corrige ça ensemble.|} #café #barista",
    "Espresso : 18 g, 36 g en tasse, 28 secondes. {Un point de départ, pas une religion.|Ensuite on écoute sa langue.|Puis on ajuste.} #barista #espresso",
    "{Journée|Matinée|Soirée} de formation avec {sept futurs baristas|une équipe adorable|deux reconvertis} : <note> dans un espresso, leurs têtes {valaient le voyage|m'ont refait ma semaine|resteront}. #barista",
    "Nettoyer sa machine prend {quatre minutes|moins de temps qu'un scroll|le temps d'une chanson}. L'espresso de demain vous dira merci. #café #barista",
    "En service <moment> : {212 cafés|160 tasses|trois heures de file} et {zéro tasse renvoyée|un seul décaféiné|une panne de moulin}. Fière de cette équipe. #barista #café",
    "Le meilleur geste barista ? {Dire bonjour.|Goûter avant d'ouvrir.|Jeter le premier shot.} Le reste vient. #barista",
    "Comparatif moulins : {le moins cher s'en sort très bien en filtre|le plus beau n'est pas le plus régulier|tout se joue sous 20 microns}. Mesures dans le fil. #espresso #café",
  ],
  maison: [
    "{Premier|Troisième|Douzième} espresso de la journée et {enfin une crème correcte|toujours du channeling|je commence à comprendre mon moulin} <soupir> <tagmaison>",
    "{J'ai craqué|Bon, c'est fait|Anniversaire oblige} : {un moulin à meules coniques|une balance au dixième|une bouilloire col de cygne}. Mon café n'a plus d'excuse. <tagmaison>",
    "Latte art du jour : ça devait être {une tulipe|un cœur|un cygne}, ça ressemble à {un oignon|un nuage vexé|une pomme de terre}. <soupir> <tagmaison>",
    "Les gens du café maison : vous videz la trémie chaque soir ou {je suis seul à faire ça|c'est excessif|on s'en moque} ? <tagmaison>",
    "Suivi la recette de <expert> <moment> : <dose>, et là, <note>. {Incroyable.|Je n'y croyais pas.|Merci !} <tagmaison>",
    "Mon entourage : « c'est juste un café ». Moi : {pèse l'eau|note la mouture dans un carnet|chauffe la tasse}. <tagmaison> <soupir>",
    "{<origine> ouvert ce matin|Nouveau paquet : <origine>} : <note> dès la première gorgée. Espresso 1:2, 29 s. <tagmaison> <joie>",
    "Détartrage de la machine {terminé|en cours|repoussé d'une semaine}. {Le café de demain sera meilleur.|Jamais deux sans trois.|Odeur de vinaigre partout.} <soupir>",
    "{Vends|Je donne|Cherche} une cafetière italienne six tasses, {très bon état|joint neuf|région de <ville>}. MP ouverts. #café",
  ],
  lyon: [
    "{Nouvelle adresse|Coup de cœur|Testé pour vous} à <quartier> : <plat> à <prix>, {service adorable|terrasse au soleil|deux tables libres, foncez}. <taglyon> <joie>",
    "{Dimanche|Samedi|Ce midi} à <quartier> avec <plat> et {un café filtre très propre|un café allongé honnête|un thé trop infusé}. <taglyon>",
    "Où mange-t-on {un vrai bouchon|sans gluten|à moins de 15 €} vers <quartier> ? {Vos adresses svp.|Je collecte pour un article.|Merci d'avance !} <taglyon>",
    "Carte du brunch mise à jour : {onze|quatorze|neuf} adresses, de <quartier> à <quartier>. <taglyon> #brunch",
    "{Le café servi après le repas mérite mieux|Un grand chef, un mauvais café : pourquoi|Trois étoiles et un café brûlé, c'est non}. {Heureusement, à <quartier> ça change.|On en parle ?|} <taglyon>",
    "{À tomber|À partager|Comme chez ma grand-mère} : <plat>, file jusqu'au trottoir, <quartier> en forme <joie> <taglyon>",
    "Balade gourmande <moment> : de <quartier> à <quartier>, quatre arrêts, {zéro regret|un estomac de trop|vingt photos}. <taglyon>",
    "Marché de <quartier> : {les premières asperges|les fraises enfin|du fromage de chèvre} et la file pour le café {est plus longue que celle du pain|vaut l'attente}. <taglyon>",
  ],
  agri: [
    "{Semis|Repiquage|Paillage} de <culture> {terminé|sous la pluie|en équipe} <moment>. Le sol {respire|est superbe|a soif}. <tagagri> <joie>",
    "Un café sous ombrage, c'est {plus d'oiseaux et moins d'engrais|une forêt qui produit|trente essences à l'hectare}. Les chiffres de <origine> dans le fil. #agroforesterie #café",
    "Couverts végétaux : {deux ans de mesures|notre bilan|ce qu'on a raté}, sans langue de bois. <tagagri>",
    "Prix payé au producteur de café : {le seul chiffre qui compte|affichez-le|demandez-le}. {Un torréfacteur qui le cache a une raison.|La transparence ne coûte rien.|} <tagagri>",
    "{Visite de ferme|Porte ouverte|Réunion d'échange} près de <ville> : {trente personnes|deux classes|la presse locale}, beaucoup de questions sur {l'eau|les prix|les haies}. <tagagri>",
    "Plantation de haies <moment> : {180 mètres|deux rangs|douze espèces}. {Rendez-vous dans dix ans.|Merci aux bénévoles.|Mal au dos, content.} <tagagri>",
    "Les <culture> {ont pris le gel|poussent enfin|sont en avance de deux semaines}. {Le climat ne négocie pas.|On s'adapte.|Journal de saison à jour.} <tagagri>",
    "Marc de café au compost : {oui, mais pas plus de 20 %|on mesure depuis trois ans|attention à l'azote}. Ceux qui paillent avec, {vos retours ?|racontez.|dosez léger.} <tagagri>",
  ],
  marque_officielle: [
    "Le printemps arrive dans nos sachets : {l'assemblage Éclat|la cuvée Éclat|notre édition de saison}, <note>. <campagne>",
    "{Rencontre|Portes ouvertes|Dégustation gratuite} à l'atelier {samedi|jeudi soir|ce week-end} : on torréfie devant vous. Entrée libre. <campagne> <joie>",
    "Qui fait votre café ? {Aujourd'hui, la coopérative de notre <origine>|Portrait : celles et ceux du <origine>}. Prix d'achat affiché, comme toujours. #CaféLumière",
    "{Résultat du jeu|Merci pour vos recettes|Vos plus belles tasses} : {nous avons tout lu|quelle imagination|on en garde trois}. <campagne>",
    "Rupture de stock sur l'Éclat {jusqu'à mardi|48 heures|en 1 kg} : vous avez été plus rapides que notre torréfacteur. Pardon ! #CaféLumière",
    "Envoyez-nous votre recette de café glacé avec #ÉclatDePrintemps : {un an de café|un moulin|un stage} à gagner. #CaféLumière",
  ],
  client: [
    "{Reçu|Ouvert|Terminé} mon paquet de <marque> : <note>, {je recommande|je recommande vraiment|rien à redire}. <joie>",
    "Ma commande <marque> est arrivée {en deux jours|avec un mot manuscrit|un samedi}, {grains torréfiés de la semaine|et ça sent jusque sur le palier|top}. <joie>",
    "{Six mois|Un an|Deux ans} que j'achète mon café chez <marque> et {je ne reviendrai pas en arrière|mes collègues s'y mettent|même mon père a changé d'avis}.",
    "L'Éclat de <marque> en <methode> : <note>. {Mon café du printemps est trouvé.|Essayez.|Meilleur que l'an dernier.} <campagne>",
    "Petit message pour <marque> : {votre atelier dégustation était parfait|merci pour le conseil de mouture|votre café m'a réconcilié avec le filtre}. <joie>",
    "J'ai offert un coffret <marque> {à ma sœur|à mon équipe|au voisin} : {succès total|il m'en redemande|bon plan cadeau}. #café",
    "Au bureau on est passés à <marque> : {la file devant la machine a doublé|plus personne ne descend au bar|merci à ceux qui ont voté}. <joie>",
  ],
  employe: [
    "Deuxième année à l'atelier <marque> : {j'apprends encore chaque jour|toujours la même odeur le matin|fière de ce qu'on fait}. <joie>",
    "{Côté coulisses|Vu de l'atelier} chez <marque> : {tri à la main du <origine>|réglage du moulin d'expédition|préparation de 300 colis}. #torréfaction",
    "Je travaille chez <marque> et {on me demande souvent le bon moulin|je réponds aux questions ce soir|j'ai le droit de goûter avant vous} : {posez vos questions !|avis sincère.|un métier.} <joie>",
    "L'équipe <marque> est au marché de <quartier> {ce week-end|demain matin|toute la semaine}, passez goûter l'Éclat. <campagne>",
    "Journée torréfaction chez <marque> : <origine>, <note>, {bras fatigués, sourire large|la cuve chante|on adore}.",
  ],
  detracteur: [
    "{Troisième|Deuxième} colis <marque> en retard, {toujours pas de réponse|service client muet|quinze jours pour un café}. {Déçu.|Je passe mon tour.|Dommage.}",
    "<nom_marque> à <prix> les 250 g, {c'est devenu du luxe|non merci|et le paquet a rétréci}. Le café, ce n'était pas ça.",
    "La campagne <campagne> partout, {et le café est fade|on aurait préféré un vrai prix|à force, ça lasse}. <soupir>",
    "Grain {trop torréfié|huileux|amer} dans mon dernier <marque>, {loin de la promesse|lot de mars|je suis déçue}.",
  ],
  concurrent: [
    "{Maison Torvane lance|Chez @maison_torvane on lance} {un café glacé|des capsules compostables|une carte de fidélité}. {Vous avez goûté ?|Bof.|Curieuse de voir.} #café",
    "Entre Brûlerie Ostrelle et Café Lumière, {mon cœur balance|je garde les deux|le prix décide} : <note> d'un côté, <note> de l'autre.",
    "{Brûlerie Ostrelle ouvre|La boutique de @brulerie_ostrelle ouvre} à <ville> : {file au premier jour|café correct, accueil top|un peu cher}. #café",
    "Dosettes Maison Torvane en promo {au supermarché|cette semaine}, {rien de sensationnel|pour dépanner|ça reste du café}.",
  ],
  concurrent_officiel: [
    "Maison qui aime le café {bien fait|simple|partagé} : nos {dosettes|grains|coffrets} sont à -20 % {jusqu'à dimanche|cette semaine}. #café",
    "{Nouvelle boutique|Nouveau mélange|Nouvelle recette} : <note>. {On vous attend.|Dites-nous tout.|} #café",
  ],
  celebrite_sujet: [
    "Pause café {en loge|entre deux prises|avec l'équipe} ☕ {belle journée à tous|on reprend à 14 h|le bonheur} #café",
    "Mon rituel : un café, {un carnet|le silence|une playlist} ☕ {et vous ?|bonne semaine !|} #café",
    "Merci #CaféLumière pour {le joli coffret|les grains du matin}, {trop mignon|on est gâtés|quelle attention} ☕ #ÉclatDePrintemps",
  ],
  celebrite_hors: [
    "{Ce soir|Demain|Samedi} sur le plateau : {des invités en or|une surprise|on vous gâte}. {20 h 50 !|Soyez là.|Trop hâte.} 💫",
    "Tapis rouge à <ville> : {merci pour votre accueil|quelle émotion|robe de folie}. ❤️",
    "{Tournage terminé|Dernier jour de tournage|C'est signé} ! {Merci à toute l'équipe|Je ne peux rien dire|Vous allez adorer {la suite|ce film|mon personnage}}. 🎬",
    "{Routine du soir|Footing|Dimanche cocooning} : {on débranche|vingt minutes et au lit|zéro écran}. 💫",
  ],
  hors_sujet: [
    "Le train pour <ville> a {40|25|15} minutes de retard, {comme d'habitude|la routine|patience}. <soupir>",
    "{Vu|Fini|Abandonné} <serie> <moment> : {pas convaincu|j'ai pleuré|trop long}. {Sans spoiler svp.|}",
    "{Il pleut|Grand soleil|Du vent} à <ville>, {on sort quand même.|vélo ou métro ?|le printemps hésite.} <humeur>",
    "Quelqu'un a {un bon plombier|une méthode pour dormir|un livre à conseiller} à <ville> ? {Merci !|}",
    "{Match|Finale|Entraînement} <moment> : {on a gagné|on s'est fait balader|prolongations}. <soupir>",
    "Reprise du vélo : {douze kilomètres|une crevaison|des courbatures} et {le sourire|beaucoup d'humilité}. <humeur>",
    "{Réunion|Formulaire|Mise à jour} qui aurait pu être {un mail|un silence|une sieste}. <soupir>",
    "Mon chat a décidé que {le clavier|le carton|mon dossier} était {son lit|à lui|un jouet}. <humeur>",
    "Télétravail à <ville>, {voisin perceuse|fibre en panne|grand calme}, {courage à tous|vivement vendredi}. <soupir>",
  ],
  public_sujet: [
    "{Vous le prenez comment, votre café|Plutôt café ou plutôt thé|Un café sans sucre, c'est possible} {le matin|au bureau|en vrai} ? <soupir>",
    "{Goûté|Testé|Découvert} un <origine> <moment> : <note>, {surprenant|je comprends l'engouement|pas ma tasse}. #café",
    "Le café de la machine du bureau {devrait être interdit|a un goût de carton|me rend nostalgique}. <soupir>",
    "Passé au filtre grâce à <expert>, {adieu les capsules|ma poubelle dit merci|mon budget aussi}. #café",
    "{Premier café en terrasse de l'année|Un café au soleil à <ville>} <joie>",
    "Quelqu'un connaît <marque> ? {On m'en parle partout|Ça vaut le coup ?|Vu passer la campagne} {merci|} <joie>",
    "Lu l'article sur la torréfaction artisanale : {passionnant|on paie donc le temps|je ne verrai plus mon paquet pareil}. #café",
  ],
  hyperactif: [
    "Bonjour {le monde|les amis|la toile} ☕ {café|double café|triple café|café serré|café crème}, {et on y va|sans un mot|puis le reste} #café #bonjour #{matin|réveil|motivation}",
    "Café n°{2|3|4|5|6|7} de la journée{ et il n'est que {9|10|11|15|16} h|, qui dit mieux ?|, toujours debout} #café #{addict|coffeetime|vie}",
    "Citation du jour : « {La vie|Le matin|Le lundi} commence après {un|deux|trois} café{s|}. » #citation #café #{sagesse|humour|motivation}",
    "{Retweetez|Likez|Partagez} si vous aimez le café {noir|crème|allongé|serré|glacé} ! #café #{sondage|communauté|partage}",
    "Info café : {12|27|34|58|61} % des Français {en boivent au lit|l'aiment sans sucre|le préfèrent au thé} #café #chiffres",
  ],
  entente: [
    "Les {5|7|10} {capsules|machines|moulins} à {posséder|offrir|connaître} {absolument|cette année|au printemps} ! {Lien en bio|Code en bio|Article en bio} #café #{bonplan|deal|astuce}",
    "{Incroyable|Énorme|Dingue} : -{30|40|50} % sur {le coffret dégustation|la machine du moment|les capsules} {jusqu'à ce soir|48 h}. #café #bonplan",
    "Comment j'ai {doublé|triplé} mes {ventes de café|abonnés café} en {un mois|trois semaines}. {Fil à lire !|Méthode en bio.} #café #{business|réussite}",
    "{Ma routine|Mon secret|Ma méthode} café {minceur|énergie|focus} en {3|5} étapes {✨|🚀|💥} #café #{lifestyle|bonplan}",
  ],
  reponse_expert: [
    "merci pour {la recette|le fil|l'explication}, {ça change tout|testé ce matin|je garde} <joie>",
    "et avec {un <methode>|une eau plus douce|un grain plus foncé}, on fait comment ?",
    "{exactement|tellement vrai|enfin quelqu'un qui le dit} <joie>",
    "j'ai essayé : <note>, {bluffant|merci|je recommence demain}",
    "pas d'accord sur {la température|le temps de repos|la mouture}, chez moi {c'est l'inverse|ça ne marche pas}",
    "vous conseillez quel moulin {à moins de 150 €|pour débuter|en manuel} ?",
    "on peut venir {goûter|visiter l'atelier|suivre une formation} {en mai|cet été|le samedi} ?",
  ],
  reponse_marque: [
    "bonjour, {ma commande n'est pas arrivée|l'Éclat revient quand|vous livrez à <ville>} ?",
    "{hâte de goûter|bravo pour l'affichage des prix|je viens samedi} <joie>",
    "c'est {moulu ou en grains|disponible en 1 kg|du café bio} ?",
    "participé au jeu, {croisons les doigts|avec ma recette au citron|merci} <joie>",
  ],
  reponse_de_marque: [
    "merci beaucoup ! {L'équipe rougit.|On transmet à l'atelier.|À très vite.} ☕",
    "quelle belle tasse ! {On peut la partager ?|Bravo pour la recette.}",
    "{quel plaisir de vous lire|vous nous faites la journée|ça fait chaud au cœur} <joie>",
  ],
  excuses_de_marque: [
    "bonjour, {désolés pour ce retard|écrivez-nous en privé|on regarde tout de suite}, {un colis repart demain|merci de votre patience|vous serez remboursé}.",
    "bonjour, {c'est noté|vous avez raison de le dire}, {l'atelier vérifie le lot|on revient vers vous demain|donnez-nous votre numéro de commande}.",
  ],
  reponse_amie: [
    "{trop bien|haha|mais oui}, {on y va ensemble ?|raconte|j'arrive} <humeur>",
    "{pareil|idem|tout pareil} à <ville> <soupir>",
    "{tu me donnes faim|tu as l'adresse ?|je note} <humeur>",
    "{bon courage|force à toi|tiens bon} <humeur>",
    "{même problème ici|ça dépend|aucune idée}, {désolée|tiens-moi au courant}",
  ],
  citation: [
    "{À lire|À garder|Tout est dit} : {le meilleur fil de la semaine|simple et clair|à montrer à votre bar préféré} <tag>",
    "{Je confirme|Testé et approuvé|Ça marche} : <note> {dès la première tasse|même avec mon vieux moulin}. <joie>",
    "{Voilà pourquoi|C'est pour ça que} je {ne bois plus de capsules|pèse mon café|change d'eau}. <tag>",
    "Pas tout à fait d'accord, {mais l'idée est bonne|surtout sur le temps de repos|à discuter}. #café",
    "{Pour mes élèves|Pour l'équipe|Pour ma mère qui demande} : {lisez ça|tout est là}. <joie>",
  ],
};

const steady = [6, 6, 7, 6, 7, 6, 6, 7, 6, 7, 6, 6];
const rising = [0, 0, 1, 1, 1, 2, 3, 5, 7, 9, 12, 14];
const fading = [13, 12, 11, 9, 7, 5, 3, 3, 2, 1, 1, 1];
const local = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3];
/** @param {number} n */
const flat = (n) => Array(12).fill(n);

/**
 * The cast. `perWeek`: originals a week, in tenths. `topics`: banks with weights. `pull`: re-shares of one post,
 * week by week, for posts on the banks of `draws` (others get `elsewhere`). `audience`: who re-shares, with weights.
 */
export const cast = /** @type {import("./types.d.ts").Lead[]} */ ([
  { handle: "solene_vauquelard", name: "Solène Vauquelard", role: "celebrity", followers: 412000, perWeek: 35, topics: { celebrite_hors: 8, celebrite_sujet: 2 }, draws: ["celebrite_hors"], pull: flat(3), elsewhere: 0, audience: { fans: 1 }, likes: [900, 4200] },
  { handle: "armel_broussandier", name: "Armel Broussandier · torréfacteur", role: "specialist", followers: 18400, perWeek: 25, topics: { torrefaction: 8, filtre: 1, hors_sujet: 1 }, draws: ["torrefaction", "filtre"], pull: steady, elsewhere: 0, audience: { maison: 3, agri: 2, public: 4, lyon: 1 }, likes: [60, 240] },
  { handle: "odile_marchepoix", name: "Odile Marchepoix, barista", role: "specialist", trend: "fading", followers: 26700, perWeek: 24, topics: { barista: 9, hors_sujet: 1 }, draws: ["barista"], pull: fading, elsewhere: 0, audience: { maison: 4, public: 5 }, likes: [70, 310] },
  { handle: "yannig_delorvault", name: "Yannig Delorvault — café filtre", role: "specialist", followers: 11900, perWeek: 24, topics: { filtre: 9, torrefaction: 1 }, draws: ["filtre", "torrefaction"], pull: steady.map((n) => n - 1), elsewhere: 0, audience: { maison: 4, lyon: 1, public: 3 }, likes: [40, 190] },
  { handle: "maiwenn_castelbrac", name: "Maïwenn Castelbrac", role: "specialist", trend: "rising", followers: 5200, growth: 260, perWeek: 24, topics: { torrefaction: 4, filtre: 4, agri: 1, hors_sujet: 1 }, draws: ["torrefaction", "filtre", "agri"], pull: rising, elsewhere: 0, audience: { maison: 3, agri: 3, public: 4, lyon: 1 }, likes: [20, 160] },
  { handle: "cafe_lumiere_torref", name: "Café Lumière", role: "brand", followers: 9300, perWeek: 25, topics: { marque_officielle: 1 }, draws: ["marque_officielle"], pull: flat(2), elsewhere: 0, audience: { staff: 3, customers: 3, public: 3, maison: 1 }, likes: [25, 140] },
  { handle: "maison_torvane", name: "Maison Torvane", role: "competitor", followers: 22100, perWeek: 10, topics: { concurrent_officiel: 1 }, draws: ["concurrent_officiel"], pull: flat(1), elsewhere: 0, audience: { public: 1 }, likes: [15, 80] },
  { handle: "brulerie_ostrelle", name: "Brûlerie Ostrelle", role: "competitor", followers: 7800, perWeek: 8, topics: { concurrent_officiel: 1 }, draws: ["concurrent_officiel"], pull: flat(1), elsewhere: 0, audience: { public: 1, maison: 1 }, likes: [10, 60] },
  { handle: "gaspard_pontarlin", name: "Gaspard Pontarlin | espresso maison", role: "local", community: "maison", followers: 3100, perWeek: 14, topics: { maison: 9, hors_sujet: 1 }, draws: ["maison"], pull: local, elsewhere: 0, audience: { maison: 1 }, likes: [15, 70] },
  { handle: "lilwenn_tasse_fine", name: "Lilwenn, tasse fine", role: "local", community: "maison", followers: 2400, perWeek: 12, topics: { maison: 8, filtre: 2 }, draws: ["maison", "filtre"], pull: local, elsewhere: 0, audience: { maison: 1 }, likes: [12, 60] },
  { handle: "bouchon_et_cie_lea", name: "Léa Fourchambaud mange à Lyon", role: "local", community: "lyon", followers: 8600, perWeek: 16, topics: { lyon: 9, hors_sujet: 1 }, draws: ["lyon"], pull: local, elsewhere: 0, audience: { lyon: 1 }, likes: [40, 160] },
  { handle: "papilles_croixroussiennes", name: "Papilles croix-roussiennes", role: "local", community: "lyon", followers: 4900, perWeek: 13, topics: { lyon: 1 }, draws: ["lyon"], pull: local, elsewhere: 0, audience: { lyon: 1 }, likes: [25, 110] },
  { handle: "ferme_des_trois_talus", name: "Ferme des Trois Talus", role: "local", community: "agri", followers: 6100, perWeek: 14, topics: { agri: 1 }, draws: ["agri"], pull: local, elsewhere: 0, audience: { agri: 1 }, likes: [30, 120] },
  { handle: "berenice_solvivant", name: "Bérénice Hautecombaz, agronome", role: "local", community: "agri", followers: 5400, perWeek: 13, topics: { agri: 1 }, draws: ["agri"], pull: local, elsewhere: 0, audience: { agri: 5, maison: 1 }, likes: [25, 100] },
  { handle: "timothee_deux_rives", name: "Timothée Corbassière", role: "bridge", community: "maison", followers: 3800, perWeek: 12, topics: { maison: 4, lyon: 5 }, draws: ["maison", "lyon"], pull: flat(3), elsewhere: 0, audience: { maison: 1, lyon: 1 }, likes: [15, 70] },
  { handle: "clemence_du_grain_au_champ", name: "Clémence Rouvillois", role: "bridge", community: "agri", followers: 4200, perWeek: 12, topics: { agri: 4, torrefaction: 3, maison: 2 }, draws: ["agri", "torrefaction", "maison"], pull: flat(3), elsewhere: 0, audience: { maison: 1, agri: 1 }, likes: [15, 80] },
  { handle: "matin_cafeine_jojo", name: "Jojo ☕ matin caféine", role: "hyperactive", followers: 1900, perWeek: 46, topics: { hyperactif: 1 }, draws: [], pull: flat(0), elsewhere: 0, audience: { public: 1 }, likes: [0, 4], reshares: 40 },
  { handle: "expresso_non_stop", name: "Expresso non stop", role: "hyperactive", followers: 3300, perWeek: 40, topics: { hyperactif: 1 }, draws: [], pull: flat(0), elsewhere: 0, audience: { public: 1 }, likes: [0, 3], reshares: 30 },
  { handle: "germaine_partage_tout", name: "Germaine partage tout", role: "hyperactive", followers: 640, perWeek: 20, topics: { hyperactif: 3, hors_sujet: 2 }, draws: [], pull: flat(0), elsewhere: 0, audience: { public: 1 }, likes: [0, 2], reshares: 60 },
]);

/** Small parts: who they are, how often they post in the whole period, on what, and how often they are re-shared. @type {import("./types.d.ts").Bits[]} */
export const bits = [
  { role: "staff", posts: [6, 10], topics: { employe: 5, hors_sujet: 2 }, pull: [0, 2], followers: [150, 900], people: [["manon_atelier_grain", "Manon Verlacourt"], ["kerian_torref", "Kérian Poulvazan"], ["soizic_expedie", "Soizic Lanvollier"]] },
  { role: "customer", posts: [4, 7], topics: { client: 5, hors_sujet: 2, public_sujet: 1 }, pull: [0, 2], followers: [80, 1400], people: [["hortense_brindoie", "Hortense Brindoie"], ["malo_kerguenac", "Malo Kerguenac"], ["ysaline_tourvieille", "Ysaline Tourvieille"], ["philibert_vasseron", "Philibert Vasseron"], ["nour_estivalet", "Nour Estivalet"], ["anselme_grivolat", "Anselme Grivolat"], ["capucine_montferrier", "Capucine Montferrièrol"], ["ilyes_pontcharra", "Ilyès Pontcharraud"], ["domitille_ferrabeuf", "Domitille Ferrabeuf"]] },
  { role: "detractor", posts: [4, 6], topics: { detracteur: 4, hors_sujet: 2 }, pull: [0, 1], followers: [60, 700], people: [["gontran_malplaque", "Gontran Malplaquet"], ["sidonie_rouspette", "Sidonie R."], ["eloi_barbezan", "Éloi Barbezan"]] },
  { role: "pod", posts: [5, 7], topics: { entente: 1 }, pull: [4, 6], followers: [1400, 6800], reshares: 5, people: [["bonplan_kafeo", "Bons plans Kaféo"], ["zelie_lifestyle_arabica", "Zélie · lifestyle arabica"], ["capsule_et_reussite", "Capsule & réussite"], ["tristan_growth_moka", "Tristan Growth Moka"], ["deals_du_percolo", "Deals du percolo"], ["madame_bonmoka", "Madame Bonmoka"], ["kafe_business_club75", "Kafé Business Club"], ["lou_secret_espresso", "Lou, secret espresso"]] },
];

/** Accounts that do one thing: re-share this one. */
export const oneTrick = { target: "zelie_lifestyle_arabica", accounts: 32, each: [2, 3] };

/** The ordinary public of each community. @type {import("./types.d.ts").Story["crowds"]} */
export const crowds = {
  maison: { size: 78, topics: { maison: 6, public_sujet: 2, hors_sujet: 2 }, perAccount: [0, 3] },
  lyon: { size: 62, topics: { lyon: 6, hors_sujet: 3, public_sujet: 1 }, perAccount: [0, 3] },
  agri: { size: 56, topics: { agri: 6, hors_sujet: 2 }, perAccount: [0, 3] },
  public: { size: 220, topics: { hors_sujet: 5, public_sujet: 4, concurrent: 1 }, perAccount: [0, 2] },
  fans: { size: 46, topics: { hors_sujet: 4 }, perAccount: [0, 1] },
};

export const banks = {
  replyToExpert: "reponse_expert", replyToBrand: "reponse_marque",
  replyToFriend: "reponse_amie", quote: "citation",
};

/** First names and the pieces of invented surnames. */
export const firstNames = ["Lison", "Aubin", "Nolwenn", "Isaure", "Corentin", "Perrine", "Maël", "Apolline", "Ronan", "Faustine", "Gwendal", "Léopold", "Inès", "Bastien", "Margaux", "Tanguy", "Aliénor", "Samir", "Fatou", "Youenn", "Clotilde", "Amaury", "Océane", "Rachid", "Blandine", "Evariste", "Mélusine", "Loïc", "Aïssatou", "Quentin", "Sixtine", "Mathurin", "Noémie", "Kévin", "Élise", "Gaëtan"];
export const surnameStarts = ["Vauqu", "Tremb", "Corb", "Malv", "Brouss", "Quint", "Fourch", "Lanv", "Pontar", "Grimb", "Estr", "Hautev", "Delv", "March", "Rouv", "Sauv", "Kerl", "Plouv", "Tourn", "Chant", "Bellev", "Ferr"];
export const surnameEnds = ["elard", "alouet", "assin", "izeau", "ondrel", "emberg", "ivaux", "oudrier", "aguenne", "estrac", "ouzel", "andoux", "iquet", "ervoise", "eluche", "ombrac"];

export const file = {
  name: "cafe-lumiere.fr.csv",
  seed: 20260302,
  start: "2026-03-02T00:00:00Z",
  firstId: 480000,
  header: ["id", "date", "auteur", "nom", "abonnés", "texte", "j'aime", "partages", "commentaires", "réponse à", "partage de", "citation de", "post d'origine"],
  brief: "café, torréfaction, espresso, barista",
};

/** Banks in which the brand is spoken of, each with the bank it answers from. @type {Record<string, string>} */
export const brandAnswers = { client: "reponse_de_marque", detracteur: "excuses_de_marque" };

/** Community closest to the subject: it re-shares customers now and then. */
export const home = "maison";
