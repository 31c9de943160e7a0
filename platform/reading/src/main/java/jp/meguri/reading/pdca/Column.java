package jp.meguri.reading.pdca;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import jp.meguri.reading.layout.Cell;
import jp.meguri.reading.layout.Width;

/**
 * What the columns of the form hold, known by their heads. A head may take two rows; the
 * words of either may say it.
 */
enum Column {

	NUMBER("N[o0O][.,]?|番号|項番|整理番号|管理番号|#"),

	/** 達成度; before the evaluation, both name 評価. */
	GRADE("(取組|目標)?の?達成(度|状況|区分)(評価)?|.*評価(区分|ランク|結果|点)|判定|ランク|進捗(度|区分|評価)"),

	/** 取組工程に対する評価（Check）. */
	CHECK(".*\\(?Check\\)?|.*対する評価.*|(取組|事業|進捗)?の?(評価|検証|点検)([・の]?(評価|検証|課題|コメント|内容|理由))?"),

	/** 取組主管課, perhaps with 関係課等 in the same column. */
	LEAD("(取組)?(主管|担当|所管|実施|推進|責任|主担当)(課|部署|部局|部|室|所属)(等|名)?([・/]?関係課等?)?|担当|主管"),

	/** 関係課等 in a column of its own. */
	RELATED("(関係|関連|協力|連携)(課|部署|部局|機関|所属)等?"),

	/** 具体的な取り組み項目. */
	TITLE("具体的な(取組)?(項目|事項|内容)?|取組(項目|事項|事業|名称?)|(実施|推進|改革|個別|事業)(項目|事項|名)|事務?事業名?|件名|項目名"),

	/** 今後の取組方向. */
	DIRECTION("(今後の)?取組の?方向性?|今後の取組|取組の?概要|概要|(計画期間|[3-6三四五六]年間).*取組.*"),

	/** 関係する計画等. */
	REFERENCES("(関係|関連)(する)?計画等?名?|関係する|関連する|計画等"),

	/** 達成目標. */
	TARGET("(?!基本|重点|政策|施策).{0,12}(達成|数値|成果|到達|年度|年度の)?目標(値|指標)?(\\(.*\\))?|目標"),

	/** 計画内容（Plan）. */
	PLAN("計画内容.*|計画|.*\\(?P[lI]an\\)?|.*年度の?計画|(年次|年度|取組|実施|行動)計画|取組内容"),

	/** 取組状況（Do）. */
	DO(".*\\(?Do\\)?|.*年度の?(取組|実施)?(実績|状況|結果)|(取組|実施|進捗)(状況|実績|結果)等?|実績|実施内容|取組の?(成果|実績|結果)"),

	/** 見直し、改善事項（Action）. */
	ACTION(".*\\(?Act(ion)?\\)?|(見直し|改善).*|今後の(対応|課題|方針|方向性|展開|改善).*|課題.*|次年度.*");

	private static final int LONGEST_HEAD = 30;

	private static final Pattern FRAME = Pattern.compile("^[】【\\[\\]「」〔〕・.,'\"]+|[】【\\[\\]「」〔〕'\"]+$");

	private final Pattern words;

	Column(String words) {
		this.words = Pattern.compile(words);
	}

	/** The column this is the head of, or null. */
	static @Nullable Column headedBy(Cell cell) {
		return (cell.length() <= 2 * LONGEST_HEAD) ? headedBy(cell.key()) : null;
	}

	/** The column these words are the head of, or null. */
	static @Nullable Column headedBy(String key) {
		if (key.isEmpty() || key.length() > LONGEST_HEAD || key.indexOf('。') >= 0) {
			return null;
		}
		String words = Width.undoubled(FRAME.matcher(key).replaceAll(""));
		for (Column column : values()) {
			if (column.words.matcher(words).matches()) {
				return column;
			}
		}
		return null;
	}

}
