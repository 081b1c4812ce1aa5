Creator "x"
graph [
  directed 1
  node [ id 1 label "l&#233;a" ]
  node [ id 2 label "omar" ]
  edge [ source 1 target 2 value 2 ]
]
