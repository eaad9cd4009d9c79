package io.tidemark.config;

import java.util.Set;

/**
 * One option: {@code --key} on the command line, {@code key:} in YAML.
 *
 * @param shape what its value looks like
 * @param valueName what the value is called in the help
 * @param text what it means, in a line
 * @param commands the commands that take it
 */
public record Option(String key, Shape shape, String valueName, String text, Set<Command> commands) {
    /** What a value looks like on the command line and in YAML. */
    public enum Shape {
        /** Present or not. */
        FLAG,
        /** One text. */
        TEXT,
        /** {@code a,b} on the command line, where it may be repeated; a list in YAML. */
        LIST,
        /** {@code name=value}, repeated; a mapping in YAML. */
        MAP,
        /** {@code name=a,b}, repeated; a mapping to lists in YAML. */
        LISTS
    }

    public Option {
        commands = Set.copyOf(commands);
    }
}
