/**
 * The page before the door: all that is served to a browser that has not been let in. Its script takes the key out
 * of the address; without one, it says what to do. It knows nothing of any lesson.
 */
export function renderEntryPage(place: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Capas</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/${place}/_capas/enter.css">
<script type="module" src="/${place}/_capas/enter.js"></script>
</head>
<body>
<main><noscript>Capas needs JavaScript.</noscript></main>
</body>
</html>
`;
}
