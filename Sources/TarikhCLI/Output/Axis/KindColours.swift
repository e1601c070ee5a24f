import Tarikh

extension ReportKind {
  /// The colour of its family: words, politics, movement, figures, violence.
  var emphasis: Emphasis {
    switch self {
    case .statement, .announcement, .demand, .reaction: .cyan
    case .decision, .agreement, .meeting, .office: .blue
    case .withdrawal, .drawdown, .handover: .yellow
    case .deployment, .mission: .green
    case .forceLevel: .magenta
    case .attack, .operation, .casualty, .control: .red
    }
  }
}
