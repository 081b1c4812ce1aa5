### L’écran Terrain après une analyse, et les graphiques : vient après le premier écran.

chart-data = Les chiffres
chart-missing = Le dessin n’a pas pu être chargé : voici les chiffres.
