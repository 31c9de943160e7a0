package jp.meguri.reading.office;

/**
 * How one part of an office file refers to another.
 *
 * @param id its name within the referring part
 * @param type the last word of its type, e.g. {@code worksheet}
 * @param target the full name of the part, or an address outside
 * @param external whether it leads out of the file
 */
public record Relationship(String id, String type, String target, boolean external) {
}
