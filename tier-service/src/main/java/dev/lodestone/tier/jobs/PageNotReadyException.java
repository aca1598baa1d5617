package dev.lodestone.tier.jobs;

/** The next page of a job must wait for something else to end. It is no failure: the page is claimed again after a short pause. */
public class PageNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why what it waits for, for the log */
    public PageNotReadyException(String why) {
        super(why, null, false, false);
    }
}
