package jp.meguri.goals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.PlanLink.Choice;
import jp.meguri.events.content.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Contents of an invented department.
 */
public final class Contents {

	private Contents() {
	}

	/** Complete: could be submitted. */
	public static GoalContent annualGoal(String title) {
		return new GoalContent(title, List.of(Tag.PRIORITY), List.of(), List.of(), List.of(),
				List.of(Block.entry(UUID.randomUUID(), 1, "○", "交流会の開催 7月～3月"),
						Block.entry(UUID.randomUUID(), 2, "・", "参加者：150人")),
				List.of(), links(), null, null);
	}

	public static GoalContent missionAndPolicies() {
		return new GoalContent("", List.of(), List.of(Block.paragraph(UUID.randomUUID(), "市民とともに歩む部局です。")),
				List.of(Block.paragraph(UUID.randomUUID(), "対話を重ねます。"),
						Block.entry(UUID.randomUUID(), 1, "・", "窓口を分かりやすく")),
				List.of(), List.of(), List.of(), List.of(), null, null);
	}

	public static GoalContent midTermGoal(String title) {
		return new GoalContent(title, List.of(), List.of(), List.of(),
				List.of(Block.paragraph(UUID.randomUUID(), "めざす成果")), List.of(), List.of(), links(), null, null);
	}

	public static GoalContent named(GoalContent content, UUID lead) {
		return new GoalContent(content.title(), content.tags(), content.mission(), content.policies(),
				content.statement(), content.actions(), content.roadmap(), content.links(), content.contributesTo(),
				lead);
	}

	public static GoalContent titled(GoalContent content, String title) {
		return linked(title, content, content.links());
	}

	public static GoalContent linked(GoalContent content, List<PlanLink> links) {
		return linked(content.title(), content, links);
	}

	private static GoalContent linked(String title, GoalContent content, List<PlanLink> links) {
		return new GoalContent(title, content.tags(), content.mission(), content.policies(), content.statement(),
				content.actions(), content.roadmap(), links, content.contributesTo(), content.leadSection());
	}

	public static List<PlanLink> links() {
		return List.of(link("comprehensive-plan", Choice.NODE, Office.NODE, "1-①", "地域の自治を進めます"),
				link("basic-policy", Choice.NO_LINK, null, "0", ""));
	}

	public static PlanLink link(String dimension, Choice choice, @Nullable UUID node, String code, String title) {
		return new PlanLink(UUID.randomUUID(), dimension, choice, node, code, title);
	}

	/** The request that adds it. */
	public static Map<String, Object> adding(GoalKind kind, GoalContent content) {
		return Map.of("kind", kind, "content", content);
	}

}
