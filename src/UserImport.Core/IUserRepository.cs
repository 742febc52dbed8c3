using UserImport.Applying;

namespace UserImport;

/// <summary>Port: finds users, many at once, and applies one batch of changes in one transaction.</summary>
/// <remarks>
/// Keys come canonical: employee numbers in ASCII lower case; emails in ASCII lower case with the domain in ASCII form, so
/// an indexed key column answers them (see <see cref="UserKeys"/>). More users than asked for may be returned, never
/// fewer; locked users belong in the answer too (M9). An exception passes through to the caller untouched.
/// </remarks>
public interface IUserRepository
{
    /// <summary>Returns every user whose employee number has one of the canonical keys, each once (M1).</summary>
    /// <param name="employeeNumbers">Keys by <see cref="UserKeys.OfEmployeeNumber"/>, each once: what some 1,000 rows need, and a row may need several.</param>
    /// <param name="cancellationToken">To be handed on to the database.</param>
    Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
        IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken);

    /// <summary>Returns every user whose email has one of the canonical keys, each once (M6).</summary>
    /// <param name="emails">Keys by <see cref="UserKeys.OfEmail"/>, each once: what some 1,000 rows need, and a row may need several.</param>
    /// <param name="cancellationToken">To be handed on to the database.</param>
    Task<IReadOnlyList<UserRecord>> FindByEmailAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken);

    /// <summary>Applies one batch in one transaction, once, and returns an outcome for each of its changes (P5, P6).</summary>
    /// <remarks>
    /// Begin; answer from the record if a batch with this change-set id and number was committed before; load the users that
    /// the batch names; call <see cref="ChangeBatch.Decide(IReadOnlyList{UserRecord})"/>; write in three sweeps (park the
    /// addresses that change, write the users, link the managers by number); store the record, the outcomes and the
    /// invitations; commit. A call that is cancelled throws an <see cref="OperationCanceledException"/> and writes nothing (P7).
    /// </remarks>
    Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken);
}
