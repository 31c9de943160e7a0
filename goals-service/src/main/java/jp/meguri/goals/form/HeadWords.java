package jp.meguri.goals.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.meguri.reading.layout.Width;
import jp.meguri.workbook.FormField;
import jp.meguri.workbook.FormMapping;
import jp.meguri.workbook.FormTable;

/**
 * What the heads of a form are likely to mean, by the words municipal forms use; the
 * planner decides.
 */
final class HeadWords {

	private static final Map<FormField, Pattern> WORDS = new EnumMap<>(Map.ofEntries(
			Map.entry(FormField.NUMBER, Pattern.compile("番号|No\\.?|№|通番|連番", Pattern.CASE_INSENSITIVE)),
			Map.entry(FormField.TITLE, Pattern.compile("(?:事業|目標|取組|施策|件)名(?:称)?|題名|(?!(?:数値|達成|成果)目標).*目標")),
			Map.entry(FormField.ACTIONS, Pattern.compile("(?:取組|事業|実施)(?:の)?(?:内容|事項|概要)")),
			Map.entry(FormField.STATEMENT, Pattern.compile("(?:めざす|目指す)(?:成果|姿).*|現状.*課題")),
			Map.entry(FormField.ROADMAP, Pattern.compile("スケジュール.*|工程.*|実施時期")),
			Map.entry(FormField.COMPREHENSIVE_PLAN, Pattern.compile("総合計画.*")),
			Map.entry(FormField.BASIC_POLICY, Pattern.compile("基本政策.*")),
			Map.entry(FormField.ACHIEVEMENTS, Pattern.compile(".*(?:成果|実績)")),
			Map.entry(FormField.DIRECTIONS, Pattern.compile("課題.*|.*方向性?")),
			Map.entry(FormField.GRADE, Pattern.compile(".*評価|達成度")),
			Map.entry(FormField.NEXT_STEP, Pattern.compile("(?:今後|次年度)の(?:方針|予定)")),
			Map.entry(FormField.PURPOSE, Pattern.compile("(?:事業の|取組の)?(?:趣旨|目的)(?:・(?:趣旨|目的))?")),
			Map.entry(FormField.LEAD_SECTION, Pattern.compile("(?:取組)?(?:主管|所管|担当)(?:部署|部局|部課|課室|部|課|室)(?:名|等)?")),
			Map.entry(FormField.TARGETS,
					Pattern.compile("(?:数値|達成|成果)目標|(?:指標(?:と|・|及び|および))?(?:数値|達成|成果)?目標値|指標(?:と|・|及び|および)目標"))));

	private HeadWords() {
	}

	/** A mapping to start from; empty where no row looks like one of heads. */
	static Optional<FormMapping> propose(List<FormTable> tables) {
		return tables.stream()
			.flatMap((table) -> table.rows().stream().map((row) -> new Found(table, row, heads(row.cells()))))
			.max(Comparator.comparingInt((found) -> found.heads.size()))
			.filter((best) -> best.heads.containsKey(FormField.TITLE) && best.heads.size() > 1)
			.map((best) -> new FormMapping(List.of(new FormMapping.Table(best.table.name(), best.row.number())),
					best.heads));
	}

	private static Map<FormField, String> heads(List<String> cells) {
		Map<FormField, String> heads = new EnumMap<>(FormField.class);
		List<String> free = new ArrayList<>(cells);
		WORDS.forEach((field, words) -> free.stream()
			.filter((cell) -> words.matcher(Width.key(cell)).matches())
			.findFirst()
			.ifPresent((cell) -> {
				heads.put(field, cell);
				free.remove(cell);
			}));
		return heads;
	}

	private record Found(FormTable table, FormTable.Row row, Map<FormField, String> heads) {
	}

}
