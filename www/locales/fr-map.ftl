### La carte : ce qui en est dessiné, et comment elle quitte la page.

map-most = Comptes
map-most-first = les { $count } premiers
map-most-all = tous ({ $count })
map-ties = Liens
map-ties-all = tous ceux dessinés
map-ties-chosen = de ce qui est choisi
map-files = Enregistrer la carte en image
map-pseudonyms = Pseudonymes
map-object = n° { $number }
map-summary-first = { $drawn } des { $accounts } comptes sont dessinés, les premiers parmi ceux qui reçoivent le plus d’attention, avec les { $shown } liens les plus forts entre eux. { $communities ->
    [one] { $communities } communauté a sa couleur et sa forme.
   *[other] { $communities } communautés ont leur couleur et leur forme.
  }
interests-summary-unnamed = Les { $shown } plus parlants sur { $objects }, avec { $accounts } des { $all } comptes qui en emploient.
out-places = GEXF et GraphML donnent aux { $drawn } comptes de la carte leur place sur celle-ci. Les images de la carte s’enregistrent à côté d’elle, avec les noms ou les pseudonymes choisis ici.
out-places-none = GEXF et GraphML ne donnent pas de places : la carte de ce résultat n’est pas encore dessinée ; ouvrir Audiences la dessine.
