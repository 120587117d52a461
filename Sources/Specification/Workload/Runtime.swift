/// Settings of a language runtime that follow the container's own limits.
package struct Runtime: SpecObject {
  package let jvm: JVM?
  package let go: GoRuntime?
  package let node: NodeRuntime?
  package let python: PythonRuntime?

  package static let shape = Shape(
    "runtime",
    "Settings of a language runtime, made to fit the container's own limits.",
    .optional("jvm", "A Java virtual machine."),
    .optional("go", "The Go runtime."),
    .optional("node", "Node.js."),
    .optional("python", "Python and its numeric libraries."),
    make: Runtime.init
  )
}

package struct JVM: SpecObject {
  package let heapPercent: Spanned<Int>
  package let collector: Spanned<GarbageCollector>
  package let options: [Spanned<String>]

  package static let shape = Shape(
    "jvm",
    "A Java virtual machine: heap and garbage collector.",
    .defaulted(
      "heapPercent",
      "The share of the memory limit that the heap may take.",
      .integer(10...90),
      to: "75",
      Spanned(75)
    ),
    .defaulted(
      "collector",
      "The garbage collector.",
      to: "G1",
      Spanned(GarbageCollector.g1)
    ),
    .list("options", "Further options, such as -XX:+UseStringDeduplication."),
    make: JVM.init
  )
}

package enum GarbageCollector: String, SpecEnumeration {
  case g1 = "G1"
  case z = "Z"
  case parallel = "Parallel"
  case serial = "Serial"
  case shenandoah = "Shenandoah"
}

package struct GoRuntime: SpecObject {
  package let memoryPercent: Spanned<Int>

  package static let shape = Shape(
    "go",
    "The Go runtime: GOMEMLIMIT and GOMAXPROCS.",
    .defaulted(
      "memoryPercent",
      "The share of the memory limit at which the collector works hardest.",
      .integer(10...100),
      to: "90",
      Spanned(90)
    ),
    make: GoRuntime.init
  )
}

package struct NodeRuntime: SpecObject {
  package let heapPercent: Spanned<Int>

  package static let shape = Shape(
    "node",
    "Node.js: the old-space size and the thread pool.",
    .defaulted(
      "heapPercent",
      "The share of the memory limit that the heap may take.",
      .integer(10...90),
      to: "75",
      Spanned(75)
    ),
    make: NodeRuntime.init
  )
}

package struct PythonRuntime: SpecObject {
  package let threads: Spanned<Int>?

  package static let shape = Shape(
    "python",
    "Python: unbuffered output, and the threads of numeric libraries.",
    .optional("threads", "Threads of numeric libraries; the cpu limit when absent.", .integer(1...256)),
    make: PythonRuntime.init
  )
}
