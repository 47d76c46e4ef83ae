import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { answerTo, tooMuch, type Calculation } from '@soquy/lending';
import { Problem, SignedIn } from '@soquy/platform';
import { calculationSchema, caseSchema } from './loan-calculations.document.js';

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** What-if: the arithmetic of loans for a case that is told whole in the request. Nothing is read and nothing recorded. */
@ApiTags('loan')
@Controller('/api/v1/loan-calculations')
export class LoanCalculationsController {
  @Post()
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({
    operationId: 'calculateLoan',
    summary: 'Tính thử một khoản vay',
    description: 'Schedule, allocations and statements of a case; the same as `soquy loan calc`. Allowed to everyone signed in.',
  })
  @ApiBody({ schema: caseSchema })
  @ApiOkResponse({ description: 'Calculated', schema: calculationSchema })
  @ApiDefaultResponse({ description: 'RFC 9457', content: problem })
  calculate(@Body() body: unknown): Calculation {
    const answer = answerTo(body, tooMuch);
    if (answer.mistakes) throw Problem.malformed(answer.mistakes);
    return answer.calculation;
  }
}
