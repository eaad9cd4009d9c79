/**
 * The columns that are watched: what kind of values a feature has, and the bins that its values are counted in.
 *
 * <p>Knows values and bins, not how many of them were seen (that is {@code profile}) nor how bins compare (that is {@code measure}).
 * Open {@code Feature} first, then {@code Bins}.
 */
package io.tidemark.feature;
