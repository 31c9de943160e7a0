package jp.meguri.goals.planlink;

/**
 * One kind of plan goals are linked to, e.g. 総合計画 or 基本政策.
 *
 * @param code its code in links, e.g. {@code comprehensive-plan}
 * @param planName what people call it
 */
public record PlanDimension(String code, String planName) {
}
