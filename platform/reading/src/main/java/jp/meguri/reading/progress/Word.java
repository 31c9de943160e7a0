package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.meguri.reading.layout.Run;
import jp.meguri.reading.layout.Width;

/**
 * The words of the form. Their characters may be spread out (取 組 状 況).
 */
enum Word {

	/** 取組項目: groups initiatives. */
	CATEGORY("取組項目", "取り組み項目", "施策項目", "取組の方向", "取組の柱", "取組分野"),

	/** 取組内容: what is judged. */
	ITEM("取組内容", "取り組み内容", "取組名", "取り組み名", "事業名", "個別事業", "具体的な取組", "具体的な取り組み", "具体的取組", "取組・事業名", "主な取組", "取組"),

	/** 担当課. */
	SECTION("担当課", "担当課名", "所管課", "主管課", "担当部署", "担当課等", "担当部課", "実施主体", "担当"),

	/** 取組状況. */
	PROGRESS("取組状況", "取り組み状況", "取組の状況", "取組実績", "実施状況", "進捗状況", "取組結果", "実施内容", "取組の実績", "実績", "成果"),

	/** 課題・改善点. */
	ISSUES("課題・改善点", "課題", "課題等", "課題と改善点", "課題・問題点", "改善点", "問題点", "課題と対応"),

	/** 今後の方針. */
	STEP("今後の方針", "今後の方向性", "今後の方向", "次年度の方針", "次年度の方向性", "次年度以降の方針", "方向性"),

	/** 評価. */
	GRADE("評価", "達成度", "進捗度", "自己評価", "進捗評価", "評価結果", "総合評価", "判定", "進捗区分", "取組評価");

	private static final Pattern WORDS = Pattern
		.compile("(?:^|(?<=\\s))(?<sign>[■●◆□▼▶【\\[<]?)\\s*(?<word>" + Stream.of(values())
			.flatMap((word) -> word.names.stream())
			.sorted((a, b) -> b.length() - a.length())
			.map((name) -> Width.spread(name))
			.collect(Collectors.joining("|")) + ")\\s*[】\\]>]?\\s*(?<colon>[:/]?)(?<rest>\\s*)");

	private final List<String> names;

	Word(String... names) {
		this.names = List.of(names);
	}

	/**
	 * The words a line begins with, each with what stands behind it; empty if it is a
	 * line of text. A word without a sign or a colon must stand alone.
	 */
	static List<Use> in(Run line) {
		String folded = line.folded();
		List<Use> uses = new ArrayList<>();
		Matcher matcher = WORDS.matcher(folded);
		int begin = -1;
		int end = 0;
		Word open = CATEGORY;
		while (matcher.find()) {
			boolean marked = !matcher.group("sign").isEmpty() || !matcher.group("colon").isEmpty();
			boolean alone = matcher.start() == 0 && matcher.end() == folded.length();
			if (begin < 0 && (matcher.start() > 0 || !(marked || alone))) {
				return List.of();
			}
			if (begin >= 0 && !marked) {
				continue;
			}
			if (begin >= 0) {
				uses.add(new Use(open, line.part(begin, end).trim(), line.part(end, matcher.start()).trim()));
			}
			open = named(matcher.group("word"));
			begin = matcher.start();
			end = matcher.end();
		}
		if (begin >= 0) {
			uses.add(new Use(open, line.part(begin, end).trim(), line.from(end).trim()));
		}
		return uses;
	}

	/** Whether this is a word of the form and nothing else. */
	static boolean isWord(String text) {
		String name = Width.undoubled(Width.key(text));
		return Stream.of(values()).anyMatch((word) -> word.names.contains(name));
	}

	private static Word named(String printed) {
		String name = Width.undoubled(printed.replaceAll("\\s", ""));
		return Stream.of(values()).filter((word) -> word.names.contains(name)).findFirst().orElseThrow();
	}

	/** The printed name of this word's level, without blanks. */
	static String levelName(Run label) {
		return Width.undoubled(label.key()).replaceAll("^[■●◆□▼▶【\\[<]|[】\\]>]?[:/]?$", "");
	}

	/**
	 * @param word the word
	 * @param label it as printed, with its signs
	 * @param value what stands behind it, up to the next word; may be empty
	 */
	record Use(Word word, Run label, Run value) {
	}

}
