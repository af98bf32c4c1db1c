package dev.schemalatch.operator;

import dev.schemalatch.failure.Reason;

/**
 * Something that people should hear of once.
 *
 * @param warning whether it is bad news
 */
record Announcement(boolean warning, String reason, String note) {

    static Announcement good(Reason reason, String note) {
        return new Announcement(false, reason.name(), note);
    }

    static Announcement bad(String reason, String note) {
        return new Announcement(true, reason, note);
    }
}
