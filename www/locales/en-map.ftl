### The map: what of it is drawn, and how it leaves the page.

map-most = Accounts
map-most-first = the first { $count }
map-most-all = all { $count }
map-ties = Ties
map-ties-all = all that are drawn
map-ties-chosen = of what is chosen
map-files = Save the map as a picture
map-pseudonyms = Pseudonyms
map-object = no. { $number }
map-summary-first = { $drawn } of { $accounts } accounts are drawn, the first among those to which most attention goes, with the { $shown } strongest ties among them. { $communities ->
    [one] { $communities } community has a colour and a shape of its own.
   *[other] { $communities } communities have a colour and a shape of their own.
  }
interests-summary-unnamed = The { $shown } most telling of { $objects }, with { $accounts } of the { $all } accounts that use any.
out-places = GEXF and GraphML give the { $drawn } accounts of the map their place on it. Pictures of the map are saved beside it, with the names or pseudonyms chosen here.
out-places-none = GEXF and GraphML give no places: the map of this result has not been drawn yet; opening Audiences draws it.
