# L'élément dans la page de quelqu'un d'autre.
embed-badge = Calculé dans votre navigateur
embed-promise = Tout est calculé dans ce navigateur. Sillage n’envoie rien.
embed-drop-hint = Vous pouvez aussi déposer des fichiers, une archive ZIP ou un dossier entier dans ce cadre, ou coller un tableau.
embed-proof-title = Sillage n’envoie rien
embed-proof-lead = Vos fichiers sont lus et calculés dans ce navigateur. Sillage ne contient aucun code capable de les envoyer.
embed-proof-limit = Le site qui affiche Sillage dans sa page pourrait lire ce que vous y apportez, comme tout ce qui s’y trouve. Si vous ne lui faites pas confiance, prenez la page ou le fichier de Sillage, qui sont scellés.
embed-waiting = Ce site n’a pas encore d’étude à montrer ici.
embed-blocked = Pour afficher Sillage ici, le responsable du site ajoute cette directive à sa politique de sécurité, ou fait pointer worker-src vers une copie de worker.js.
