package jp.meguri.goals.imports;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of remarks ended.
 *
 * @param rank 0 for open decisions, 1 for other open remarks, 2 for resolved ones
 */
record RemarkCursor(int rank, UUID importId, int ordinal) {

	static final RemarkCursor START = new RemarkCursor(-1, new UUID(-1, -1), 0);

	private static final Pattern FORM = Pattern
		.compile("([0-2])~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([0-9]{1,9})");

	/** From the address; 400 if it is not one of ours. */
	static RemarkCursor of(@Nullable String text) {
		if (text == null) {
			return START;
		}
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw Problems.malformed();
		}
		return new RemarkCursor(Integer.parseInt(form.group(1)), UUID.fromString(form.group(2)),
				Integer.parseInt(form.group(3)));
	}

	/** The end of a full page; null where nothing follows. */
	static @Nullable String after(List<ListedRemark> page, int size) {
		if (page.size() < size) {
			return null;
		}
		ListedRemark last = page.get(page.size() - 1);
		int rank = last.resolved() ? 2 : (last.decision() ? 0 : 1);
		return "%d~%s~%d".formatted(rank, last.importId(), last.ordinal());
	}

}
