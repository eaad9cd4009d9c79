package io.tidemark.policy;

import java.util.List;
import java.util.Optional;

/** Looks at the evidence for one reason to act. */
interface Rule {
    /** The name that its findings carry. */
    String name();

    /** What speaks for the rule's action, the strongest first; none where nothing does. */
    List<Finding> findings(Case given);

    /** The action that the evidence calls for, if it calls for any by this rule. */
    Optional<Verdict> verdict(Case given);

    /** What a rule asks for. */
    record Verdict(Action action, Urgency urgency, String headline) {}
}
