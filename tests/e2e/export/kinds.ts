/** One diagram of each kind that Mermaid has. */
export const kinds = {
  flowchart:
    'flowchart LR\n A[Cliente] -->|docker run| B(Daemon)\n B --> C{Registro}\n subgraph Host\n B\n end\n click A href "https://evil.example/x"\n style A fill:#f9f,stroke:#333',
  sequence:
    'sequenceDiagram\n Alice->>John: Hello John\n loop x\n John-->>Alice: Great!\n end\n Note over Alice: n',
  class: 'classDiagram\n Animal <|-- Duck\n Animal : +int age\n class Duck{\n +swim()\n }',
  state: 'stateDiagram-v2\n [*] --> Still\n Still --> [*]\n state Moving {\n A --> B\n }\n Still --> Moving',
  er: 'erDiagram\n CUSTOMER ||--o{ ORDER : places\n CUSTOMER {\n string name\n }',
  journey: 'journey\n title My day\n section Go to work\n Make tea: 5: Me\n Go: 3: Me, Cat',
  gantt:
    'gantt\n title A\n dateFormat YYYY-MM-DD\n section S\n A task :a1, 2014-01-01, 30d\n Another :after a1, 20d',
  pie: 'pie title Pets\n "Dogs" : 386\n "Cats" : 85\n "Rats" : 15',
  quadrant:
    'quadrantChart\n title Reach\n x-axis Low --> High\n y-axis Low --> High\n quadrant-1 We\n A: [0.3, 0.6]',
  requirement:
    'requirementDiagram\n requirement test_req {\n id: 1\n text: the test text.\n risk: high\n verifymethod: test\n }\n element test_entity {\n type: simulation\n }\n test_entity - satisfies -> test_req',
  git: 'gitGraph\n commit\n branch develop\n checkout develop\n commit\n checkout main\n merge develop',
  c4: 'C4Context\n title System\n Person(a, "Customer", "desc")\n System(s, "Bank", "x")\n Rel(a, s, "Uses")',
  mindmap: 'mindmap\n root((mindmap))\n  Origins\n   Long history\n  Tools\n   Pen',
  timeline: 'timeline\n title History\n 2002 : LinkedIn\n 2004 : Facebook : Google',
  sankey: 'sankey-beta\n\nA,B,10\nB,C,5',
  xychart:
    'xychart-beta\n title "Sales"\n x-axis [jan, feb]\n y-axis "R" 0 --> 10\n bar [5, 6]\n line [5, 6]',
  block: 'block\n columns 2\n a["x"] b["y"]\n c["z"]:2\n a --> c',
  packet: 'packet-beta\n0-15: "Source"\n16-31: "Dest"',
  kanban: 'kanban\n todo[Todo]\n  a[Create]\n done[Done]\n  b[X]',
  architecture:
    'architecture-beta\n group api(cloud)[API]\n service db(database)[Database] in api\n service server(server)[Server] in api\n db:L -- R:server',
  radar: 'radar-beta\n axis a["A"], b["B"], c["C"]\n curve x["X"]{1,2,3}\n max 5',
  treemap: 'treemap-beta\n"Root"\n  "A": 10\n  "B": 20',
  venn: 'venn-beta\n set A\n set B\n union A,B["AB"]',
  ishikawa: 'ishikawa-beta\n Problem\n  Cause\n   Sub',
  info: 'info',
  treeview: 'treeView-beta\n"root"\n  "a.txt"\n  "b.txt"',
};
