package jp.meguri.reading.draft;

import java.util.List;

/**
 * One goal with its results.
 *
 * @param horizon annual or mid-term
 * @param number its number, 1..n within its horizon
 * @param printedNumber the number as printed
 * @param title the title without its tag
 * @param tags 【重点】
 * @param body 取組事項 of an annual goal, statement of a mid-term goal
 * @param roadmap スケジュール（工程） of a mid-term goal
 * @param links plan links in printed order
 * @param achievements 取組みを行った内容・成果
 * @param directions 課題・今後の方向性
 */
public record GoalDraft(Horizon horizon, int number, Passage printedNumber, Passage title, List<Mark> tags,
		List<Entry> body, List<Entry> roadmap, List<LinkDraft> links, List<Entry> achievements,
		List<Entry> directions) {

	public GoalDraft {
		tags = List.copyOf(tags);
		body = List.copyOf(body);
		roadmap = List.copyOf(roadmap);
		links = List.copyOf(links);
		achievements = List.copyOf(achievements);
		directions = List.copyOf(directions);
	}

	public enum Horizon {

		/** 当年度目標. */
		ANNUAL,
		/** 中期目標. */
		MID_TERM

	}

}
