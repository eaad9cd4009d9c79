package io.tidemark.spark.pass;

/** Some applicants that are counted together, column by column. Columns are those of the {@link PassPlan}. */
interface Block {
    /** The day of an applicant whose time is not known. */
    int NO_DAY = Integer.MIN_VALUE;
    /** The id of a text that is missing. */
    int NO_TEXT = -1;

    int rows();

    /** The day of each applicant's time, counted from 1970-01-01. */
    void days(int[] into);

    /** Each applicant's cell in a numeric column. */
    void numbers(int column, long[] into);

    /**
     * The same as codes, where these are at hand and none is great.
     *
     * @return whether they are
     */
    boolean coded(int column, CodedNumbers into);

    /** The id of each applicant's text, in the dictionary of the column. */
    void texts(int column, int[] into);
}
