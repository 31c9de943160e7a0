package jp.meguri.events.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of one goal; which parts are used depends on the kind.
 *
 * @param title the title (annual and mid-term goals), empty for mission and policies
 * @param tags PRIORITY (重点)
 * @param mission 部局の使命 (mission and policies)
 * @param policies 取り組み方針: a lead paragraph and entries (mission and policies)
 * @param statement めざす成果・課題 (mid-term goals)
 * @param actions 取組事項 with dates and figures inside the text (annual goals)
 * @param roadmap スケジュール（工程） (mid-term goals)
 * @param links plan links in printed order (annual and mid-term goals)
 * @param contributesTo the mid-term goal an annual goal serves
 * @param leadSection 主管課, or null where the department itself leads
 */
public record GoalContent(String title, List<Tag> tags, List<Block> mission, List<Block> policies,
		List<Block> statement, List<Block> actions, List<Block> roadmap, List<PlanLink> links,
		@Nullable UUID contributesTo, @Nullable UUID leadSection) {

	public static final GoalContent EMPTY = new GoalContent("", List.of(), List.of(), List.of(), List.of(), List.of(),
			List.of(), List.of(), null, null);

	public GoalContent {
		tags = List.copyOf(tags);
		mission = List.copyOf(mission);
		policies = List.copyOf(policies);
		statement = List.copyOf(statement);
		actions = List.copyOf(actions);
		roadmap = List.copyOf(roadmap);
		links = List.copyOf(links);
	}

}
