/** A lesson that needs no container engine, with a step of each kind. */
export const LESSON = `---
title: Prueba
lang: es
---

# Prueba

## Órdenes

### Sencillas

\`\`\`
$ echo hola
hola
$ cd /usr
$ pwd
/usr
\`\`\`

### Programas

\`\`\`
$ read nombre
$ echo "eres $nombre"
\`\`\`

### Fallos

\`\`\`
$ ls /no-existe
ls: no
$ sleep 600
\`\`\`

### Torrente

\`\`\`
$ seq 300000
\`\`\`

### Hueco

\`\`\`
$ echo <palabra>
\`\`\`

### Fin

Nada que ejecutar aquí.
`;

/** The same lesson as its author wrote it in English. */
export const ENGLISH = LESSON.replace('lang: es', 'lang: en');
