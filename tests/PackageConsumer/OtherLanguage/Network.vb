' Another language than C#: nothing is generated, and the build must say so.
<InitGen.Network(784)>
Public Class Network
End Class
