package io.tidemark;

/** The command line's entry. */
public final class Tidemark {
    private Tidemark() {}

    public static void main(String[] args) {
        System.out.println("Tidemark " + String.join(" ", args));
    }
}
