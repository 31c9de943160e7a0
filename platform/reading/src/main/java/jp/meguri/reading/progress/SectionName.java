package jp.meguri.reading.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jp.meguri.reading.layout.Run;

/**
 * Names of sections and other bodies in charge, known by how they end.
 */
final class SectionName {

	private static final int LONGEST = 40;

	private static final Pattern NAME = Pattern
		.compile("[^\\s。、,「」:/・]{1,20}(課|室|係|所|局|署|部|センター|担当|協議会|委員会|事務局|本部|支部|(?<!^.)館|(?<!^.)校|(?<!^.)園|公社|財団|法人)");

	private static final Pattern BETWEEN = Pattern.compile("[・、,/\\s]+");

	private SectionName() {
	}

	/** The names a line consists of, or none. */
	static List<Run> in(Run line) {
		if (line.length() > LONGEST) {
			return List.of();
		}
		List<Run> names = new ArrayList<>();
		int from = 0;
		var between = BETWEEN.matcher(line.folded());
		while (between.find()) {
			Run name = line.part(from, between.start());
			boolean wrapped = between.group().isBlank() && !isName(name);
			if (!wrapped) {
				names.add(name);
				from = between.end();
			}
		}
		names.add(line.from(from));
		if (names.stream().allMatch(SectionName::isName)) {
			return names;
		}
		return NAME.matcher(line.key().replace("・", "")).matches() ? List.of(line) : List.of();
	}

	private static boolean isName(Run name) {
		return NAME.matcher(name.key()).matches();
	}

}
