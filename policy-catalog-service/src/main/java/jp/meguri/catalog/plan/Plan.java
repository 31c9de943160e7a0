package jp.meguri.catalog.plan;

import java.util.UUID;

/**
 * A plan of the city (計画), e.g. 総合計画. What it says stands in its editions.
 *
 * @param dimension its dimension in links, e.g. {@code comprehensive-plan}
 */
public record Plan(UUID id, String dimension, String name) {
}
