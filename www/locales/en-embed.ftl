# The element inside somebody else's page.
embed-badge = Computed in your browser
embed-promise = Everything is computed in this browser. Sillage sends nothing.
embed-drop-hint = You can also drop files, a ZIP archive or a whole folder in this frame, or paste a table.
embed-proof-title = Sillage sends nothing
embed-proof-lead = Your files are read and computed in this browser. Sillage holds no code that could send them.
embed-proof-limit = The site that shows Sillage on its page could read what you bring here, as it can everything on its page. If you do not trust it, use Sillage’s own page or file, which are sealed.
embed-waiting = This site has not shown a study here yet.
embed-blocked = To show Sillage here, the site’s owner adds this directive to its security policy, or points worker-src at a copy of worker.js.
