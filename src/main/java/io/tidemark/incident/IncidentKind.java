package io.tidemark.incident;

/** What kind of incident it is. */
public enum IncidentKind {
    /** The share of missing values jumped, up or down. */
    MISSING_JUMP(Nature.DEFECT),
    /** A value appeared that the reference has never seen. */
    NEW_CATEGORY(Nature.CHANGE),
    /** A value that was common in the reference is gone. */
    LOST_CATEGORY(Nature.CHANGE),
    /** A feature that used to vary has one value only. */
    CONSTANT(Nature.DEFECT),
    /** A number came in another unit. */
    SCALE_CHANGE(Nature.DEFECT),
    /** Numbers lie outside all that the reference holds. */
    RANGE(Nature.CHANGE),
    /** Texts became numbers, or numbers texts. */
    TYPE_CHANGE(Nature.DEFECT),
    /** A cohort has far more or far fewer applicants than those before it. */
    VOLUME(Nature.DEFECT);

    /** Where the cause is to be looked for first. */
    public enum Nature {
        /** In the data: mend it before anything is concluded from it. */
        DEFECT,
        /** In the business: a product, a channel, a limit. */
        CHANGE
    }

    private final Nature nature;

    IncidentKind(Nature nature) {
        this.nature = nature;
    }

    public Nature nature() {
        return nature;
    }
}
