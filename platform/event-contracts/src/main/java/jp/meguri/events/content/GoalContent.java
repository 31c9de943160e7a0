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
 * @param purpose 趣旨・目的 (goals of a plan)
 * @param direction 今後の取組方向 for the whole period of the plan (goals of a plan)
 * @param targets 目標・達成目標 as printed (goals of a plan)
 * @param responsibilities 取組主管課・関係課等 in printed order (goals of a plan)
 * @param references names of other plans, 関係する計画等 (goals of a plan)
 * @param readings what people said about phrases of time in the texts; every other phrase
 * is read from the text anew
 * @param code the number or code printed before the title, e.g. 2-⑧ or No.3; may stand
 * twice, empty for none (goals of a plan)
 */
public record GoalContent(String title, List<Tag> tags, List<Block> mission, List<Block> policies,
		List<Block> statement, List<Block> actions, List<Block> roadmap, List<PlanLink> links,
		@Nullable UUID contributesTo, @Nullable UUID leadSection, List<Block> purpose, List<Block> direction,
		List<GoalTarget> targets, List<Responsibility> responsibilities, List<String> references,
		List<PhraseDecision> readings, String code) {

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
		purpose = Lists.copyOrEmpty(purpose);
		direction = Lists.copyOrEmpty(direction);
		targets = Lists.copyOrEmpty(targets);
		responsibilities = Lists.copyOrEmpty(responsibilities);
		references = Lists.copyOrEmpty(references);
		readings = Lists.copyOrEmpty(readings);
		code = (code != null) ? code : "";
	}

	/** A goal of a department's sheet, without what only goals of a plan have. */
	public GoalContent(String title, List<Tag> tags, List<Block> mission, List<Block> policies, List<Block> statement,
			List<Block> actions, List<Block> roadmap, List<PlanLink> links, @Nullable UUID contributesTo,
			@Nullable UUID leadSection) {
		this(title, tags, mission, policies, statement, actions, roadmap, links, contributesTo, leadSection, List.of(),
				List.of(), List.of(), List.of(), List.of(), List.of(), "");
	}

	public GoalContent withLinks(List<PlanLink> changed) {
		return new GoalContent(this.title, this.tags, this.mission, this.policies, this.statement, this.actions,
				this.roadmap, changed, this.contributesTo, this.leadSection, this.purpose, this.direction, this.targets,
				this.responsibilities, this.references, this.readings, this.code);
	}

	/** With another mission and other policies. */
	public GoalContent withHead(List<Block> otherMission, List<Block> otherPolicies) {
		return new GoalContent(this.title, this.tags, otherMission, otherPolicies, this.statement, this.actions,
				this.roadmap, this.links, this.contributesTo, this.leadSection, this.purpose, this.direction,
				this.targets, this.responsibilities, this.references, this.readings, this.code);
	}

	public GoalContent withContributesTo(@Nullable UUID changed) {
		return new GoalContent(this.title, this.tags, this.mission, this.policies, this.statement, this.actions,
				this.roadmap, this.links, changed, this.leadSection, this.purpose, this.direction, this.targets,
				this.responsibilities, this.references, this.readings, this.code);
	}

	public GoalContent withLeadSection(@Nullable UUID changed) {
		return new GoalContent(this.title, this.tags, this.mission, this.policies, this.statement, this.actions,
				this.roadmap, this.links, this.contributesTo, changed, this.purpose, this.direction, this.targets,
				this.responsibilities, this.references, this.readings, this.code);
	}

	public GoalContent withTargets(List<GoalTarget> changed) {
		return new GoalContent(this.title, this.tags, this.mission, this.policies, this.statement, this.actions,
				this.roadmap, this.links, this.contributesTo, this.leadSection, this.purpose, this.direction, changed,
				this.responsibilities, this.references, this.readings, this.code);
	}

	public GoalContent withResponsibilities(List<Responsibility> changed) {
		return new GoalContent(this.title, this.tags, this.mission, this.policies, this.statement, this.actions,
				this.roadmap, this.links, this.contributesTo, this.leadSection, this.purpose, this.direction,
				this.targets, changed, this.references, this.readings, this.code);
	}

	public GoalContent withReadings(List<PhraseDecision> changed) {
		return new GoalContent(this.title, this.tags, this.mission, this.policies, this.statement, this.actions,
				this.roadmap, this.links, this.contributesTo, this.leadSection, this.purpose, this.direction,
				this.targets, this.responsibilities, this.references, changed, this.code);
	}

}
