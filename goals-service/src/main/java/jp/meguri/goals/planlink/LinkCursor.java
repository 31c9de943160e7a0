package jp.meguri.goals.planlink;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of unresolved links ended.
 *
 * @param ordinal place of the link in its goal
 */
record LinkCursor(UUID unit, String kind, int number, int ordinal) {

	static final LinkCursor START = new LinkCursor(new UUID(0, 0), "", 0, 0);

	private static final Pattern FORM = Pattern
		.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([A-Z_]{1,30})~([0-9]{1,6})~([0-9]{1,6})");

	/** From the address; 400 if it is not one of ours. */
	static LinkCursor of(@Nullable String text) {
		if (text == null) {
			return START;
		}
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw Problems.malformed();
		}
		return new LinkCursor(UUID.fromString(form.group(1)), form.group(2), Integer.parseInt(form.group(3)),
				Integer.parseInt(form.group(4)));
	}

	/** The end of a full page; null where nothing follows. */
	static @Nullable String after(List<UnresolvedLink> page, int size) {
		if (page.size() < size) {
			return null;
		}
		UnresolvedLink last = page.get(page.size() - 1);
		return "%s~%s~%d~%d".formatted(last.unit(), last.kind(), last.number(), last.ordinal());
	}

}
