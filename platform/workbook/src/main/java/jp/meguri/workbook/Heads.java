package jp.meguri.workbook;

import java.util.ArrayList;
import java.util.List;

import jp.meguri.events.content.Round;

/**
 * The columns of each worksheet.
 */
final class Heads {

	static final String KIND = "区分";

	static final String NUMBER = "No";

	static final String FIELD = "欄";

	static final String ROUND = "回";

	static final String LEVEL = "段";

	static final String MARKER = "記号";

	static final String TEXT = "本文";

	static final String TAGS = "印";

	static final String REPEATED = "再掲";

	static final String MID_TERM = "中期目標";

	static final String LEAD = "主管課";

	static final String DELETED = "削除";

	static final String ID = "ID";

	static final String REPEAT_OF = "再掲元ID";

	static final String MID_TERM_ID = "中期目標ID";

	static final String UNIT_ID = "課ID";

	static final String REVISION = "版";

	static final String PLAN = "計画";

	static final String CHOICE = "選択";

	static final String CODE = "番号";

	static final String NAME = "名称";

	static final String NODE_ID = "項目ID";

	static final String CHECK = "照合";

	static final String ACTION = "取組";

	static final String ACTION_ID = "取組ID";

	static final String INDICATOR_ID = "指標ID";

	static final String LABEL = "項目";

	static final String VALUE = "値";

	static final String AS_OF = "時点";

	static final String CERTAINTY = "確かさ";

	static final String GRADE = "評価";

	static final String COMMENT = "評価の説明";

	static final String NEXT_STEP = "今後の方針";

	static final String SCHEME_ID = "評価区分ID";

	static final String ROLE = "役割";

	static final String GROUP = "総称";

	static final String PHRASE = "語句";

	static final String OCCURRENCE = "何度目";

	static final String DECISION = "判断";

	static final String SCHEDULE_KIND = "種類";

	static final String START = "始まり";

	static final String END = "終わり";

	/** What stands under {@link #FIELD} beside the fields of {@link Field}. */
	static final String TITLE = "件名";

	static final String OUTCOME_ONLY = "結果のみ";

	static final String YES = "○";

	private static final List<String> MARK = List.of(YES);

	private Heads() {
	}

	static String outcome(Round round) {
		return Words.ROUNDS.of(round) + "の結果";
	}

	static String month(Round round) {
		return Words.ROUNDS.of(round) + "の時期";
	}

	static String note(Round round) {
		return Words.ROUNDS.of(round) + "の進捗・理由";
	}

	static String order(Round round) {
		return Words.ROUNDS.of(round) + "の順";
	}

	/** Texts of goals and reports; outcomes stand beside the actions. */
	static List<Head> texts(List<Round> rounds) {
		List<String> fields = new ArrayList<>(List.of(TITLE, OUTCOME_ONLY));
		fields.addAll(Field.words());
		List<Head> heads = new ArrayList<>(
				List.of(Head.text(NUMBER, 5), Head.choice(FIELD, 16, fields), Head.choice(ROUND, 7, Words.ROUNDS.all()),
						Head.text(LEVEL, 5), Head.text(MARKER, 7), Head.text(TEXT, 60), Head.text(TAGS, 10),
						Head.choice(REPEATED, 6, MARK), Head.text(MID_TERM, 9), Head.text(LEAD, 14)));
		for (Round round : rounds) {
			heads.add(Head.choice(outcome(round), 14, Words.OUTCOMES.all()));
			heads.add(Head.text(month(round), 11));
			heads.add(Head.text(note(round), 30));
		}
		heads.add(Head.choice(DELETED, 6, MARK));
		heads.addAll(List.of(Head.hidden(ID), Head.hidden(REPEAT_OF), Head.hidden(MID_TERM_ID), Head.hidden(UNIT_ID),
				Head.hidden(REVISION), Head.hidden(CHECK)));
		rounds.forEach((round) -> heads.add(Head.hidden(order(round))));
		return heads;
	}

	static List<Head> links() {
		return of(List.of(Head.text(PLAN, 14), Head.choice(CHOICE, 12, Words.CHOICES.all()), Head.text(CODE, 12),
				Head.text(NAME, 50)), List.of(Head.hidden(ID), Head.hidden(NODE_ID), Head.hidden(CHECK)));
	}

	static List<Head> figures() {
		return of(
				List.of(Head.choice(ROUND, 7, Words.ROUNDS.all()), Head.locked(ACTION, 40), Head.text(LABEL, 24),
						Head.text(VALUE, 16), Head.text(AS_OF, 12), Head.choice(CERTAINTY, 9, Words.CERTAINTIES.all())),
				List.of(Head.hidden(ID), Head.hidden(ACTION_ID), Head.hidden(INDICATOR_ID)));
	}

	static List<Head> reports() {
		return of(
				List.of(Head.choice(ROUND, 7, Words.ROUNDS.all()), Head.text(GRADE, 8), Head.text(COMMENT, 50),
						Head.choice(NEXT_STEP, 12, Words.NEXT_STEPS.all())),
				List.of(Head.hidden(ID), Head.hidden(REVISION), Head.hidden(SCHEME_ID)));
	}

	static List<Head> targets() {
		return of(List.of(Head.text(MARKER, 10), Head.text(TEXT, 60), Head.locked(ACTION, 40)),
				List.of(Head.hidden(ID), Head.hidden(ACTION_ID), Head.hidden(INDICATOR_ID)));
	}

	static List<Head> responsibilities() {
		return of(List.of(Head.choice(ROLE, 8, Words.ROLES.all()), Head.text(NAME, 30), Head.choice(GROUP, 6, MARK)),
				List.of(Head.hidden(ID), Head.hidden(UNIT_ID)));
	}

	static List<Head> references() {
		return of(List.of(Head.text(NAME, 50)), List.of());
	}

	static List<Head> readings() {
		return of(List.of(Head.locked(ACTION, 40), Head.text(PHRASE, 24), Head.text(OCCURRENCE, 8),
				Head.choice(DECISION, 14, Words.DECISIONS.all()), Head.text(SCHEDULE_KIND, 16), Head.text(START, 12),
				Head.text(END, 12)), List.of(Head.hidden(ACTION_ID)));
	}

	private static List<Head> of(List<Head> own, List<Head> hidden) {
		List<Head> heads = new ArrayList<>(List.of(Head.choice(KIND, 14, Words.KINDS.all()), Head.text(NUMBER, 5)));
		heads.addAll(own);
		heads.add(Head.choice(DELETED, 6, MARK));
		heads.addAll(hidden);
		return heads;
	}

}
