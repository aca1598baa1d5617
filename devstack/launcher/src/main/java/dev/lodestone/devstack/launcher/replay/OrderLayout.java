package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;

/** How orders are written down in a file, one a line. */
sealed interface OrderLayout permits CsvLayout, CdnowLayout {
    /** Whether a file that begins with this line is in this layout. */
    boolean recognises(String firstLine);

    /** Whether this line, the first of a file in this layout, only names the columns. */
    boolean isHeader(String firstLine);

    /**
     * The order of a line.
     *
     * @param line its number in the file, from 1
     * @throws IllegalArgumentException or another exception of a wrong value, whose message says what is wrong
     */
    Event<OrderCompleted> event(int line, String content);
}
