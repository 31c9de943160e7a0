package jp.meguri.reading.entries;

import java.util.regex.Pattern;

import jp.meguri.reading.layout.Run;

/**
 * 【今年度末に記載】: says that nothing has been written yet (domain guide 3.4-6).
 */
public final class Placeholder {

	private static final Pattern BRACKETED = Pattern
		.compile("[\\[【〔(<《※].{0,16}(に|後|で)(記載|記入|入力)(予定|します|する)?。?[\\]】〕)>》]?");

	private static final Pattern BARE = Pattern
		.compile("[\\[【〔(<《※]?.{0,6}(年度末|期末|決算後|後日).{0,4}(記載|記入|入力)(予定|します|する)?。?[\\]】〕)>》]?");

	private Placeholder() {
	}

	public static boolean is(Run run) {
		return BRACKETED.matcher(run.key()).matches() || BARE.matcher(run.key()).matches();
	}

}
